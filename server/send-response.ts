import type { IncomingMessage, ServerResponse } from "node:http";
import Negotiator from "negotiator";
import { type ErrorResponse, refuseWith } from "@/server/error-response";
import type { Answer } from "@/server/pages/page-store";

/** How long an answer that is whole may take to reach its reader, in milliseconds. */
const LONGEST_SENDING_MS = 60_000;

/** Where the plain form is refused and no other that is offered accepted. */
export const NOT_ACCEPTABLE: ErrorResponse = {
  status: 406,
  code: "not_acceptable",
  message: "This is offered as it is, with gzip or with Brotli: accept one of these codings.",
};

/**
 * The coding to send, of those there are, the one preferred first (RFC 9110, 12.5.3). Null where not even the plain form is accepted.
 */
export function acceptedCoding<Coding extends string>(
  { headers }: Pick<IncomingMessage, "headers">,
  codings: readonly Coding[],
): Coding | "identity" | null {
  const accepted = String(headers["accept-encoding"] ?? "").replace(/\bx-gzip\b/gi, "gzip");
  const negotiator = new Negotiator({ headers: { "accept-encoding": accepted } });
  // Its types are those of an older version.
  const order: (offered: string[], options: { preferred: readonly string[] }) => string[] =
    negotiator.encodings.bind(negotiator);
  const [best] = order([...codings, "identity"], { preferred: codings });
  return [...codings, "identity" as const].find((coding) => coding === best) ?? null;
}

/** Sends a kept answer in the best form that is accepted; 304 to who has one of its forms. */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const coding = acceptedCoding(
    request,
    answer.coded.map((form) => form.coding),
  );
  if (coding === null) {
    refuseWith(response, "", NOT_ACCEPTABLE);
    return;
  }
  const coded = answer.coded.find((form) => form.coding === coding);
  const body = coded?.body ?? answer.body;
  // A form that is compressed harder later is another representation: its length tells it from the first.
  const etag = coded ? answer.etag.replace(/"$/, `-${coding}-${body.length}"`) : answer.etag;
  const isSame = (tag: string) => tag.replace(/^W\//, "").startsWith(answer.etag.slice(0, -1));
  const known = String(request.headers["if-none-match"] ?? "").split(/\s*,\s*/);
  const named = known.find(isSame) ?? (known[0] === "*" ? etag : undefined);
  if (answer.status === 200 && named !== undefined) {
    const { "cache-control": caching, vary } = answer.headers;
    // Every form of one body is the same page: the one that is named goes on being good.
    response.writeHead(304, { etag: named, "cache-control": caching, vary });
    response.end();
    return;
  }
  response.writeHead(answer.status, {
    ...answer.headers,
    etag,
    "content-length": body.length,
    ...(coded ? { "content-encoding": coded.coding } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
  if (response.writableLength === 0) return;
  const tooSlow = setTimeout(() => response.destroy(), LONGEST_SENDING_MS);
  response.once("close", () => clearTimeout(tooSlow));
}
