import { randomUUID } from "node:crypto";
import { headersAs, siteAddress } from "@/tests/setup/site/browser";

/** Asks the API as a page of an editor would. */
export async function ask(method: string, path: string, body?: object, version?: number) {
  const response = await fetch(`${siteAddress()}/api/v1/${path}`, {
    method,
    headers: {
      ...headersAs("editor"),
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
      ...(version === undefined ? {} : { "if-match": `"${version}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as { data: Readonly<Record<string, unknown>> & { key: string } };
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer.data;
}

/** A draft of so many base stations. */
export const addDraft = (value: string) =>
  ask("POST", "figures", {
    metric: "5g-base-stations",
    region: "CN-GZ",
    wording: "exactly",
    value,
    period: "2011",
    speakerKind: "outlet",
    citations: [{ source: "china-daily-2019-guizhou-looms", locator: `para ${value}`, phrase: `${value} stations` }],
  });
