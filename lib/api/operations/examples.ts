import "server-only";
import type { Operation } from "@/lib/api/operations/operation";
import { OPERATIONS } from "@/lib/api/operations/operations";
import { answerCorrections, answerRevisions } from "@/lib/api/reading/changes";
import { answerFigures } from "@/lib/api/reading/figures";
import type { Answer } from "@/lib/api/reading/for-readers";
import { answerRecord } from "@/lib/api/reading/one-record";
import { answerRecords } from "@/lib/api/reading/records";
import { answerSearch } from "@/lib/api/reading/search";
import { answerVerdicts } from "@/lib/api/reading/verdicts";
import { publicationVersion } from "@/lib/data/db/publication-version";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import { DomainError } from "@/lib/schemas/domain-error";
import { parseResource } from "@/lib/schemas/resources";

/** An address that may be asked, and what is answered there today. */
export interface Example {
  readonly address: string;
  readonly answer: object;
}

const OTHERS: Readonly<Record<string, (request: Request) => Promise<Answer>>> = {
  corrections: answerCorrections,
  revisions: answerRevisions,
  verdicts: answerVerdicts,
  search: answerSearch,
  version: async () => ({ body: { version: await publicationVersion() } }),
};

/** Examples by the id of their operation, asked of this site: there is none where the site has nothing to show. */
export function readExamples(): Promise<ReadonlyMap<string, Example>> {
  return cacheUntilChange("examples of the API", async () => {
    const examples = new Map<string, Example>();
    for (const operation of OPERATIONS) {
      const example = await exampleOf(operation);
      if (example !== null) examples.set(operation.id, example);
    }
    return examples;
  });
}

async function exampleOf({ path, example, id }: Operation): Promise<Example | null> {
  if (example === undefined) return null;
  const [, resource = ""] = /^\/api\/v1\/(\w+)/.exec(id === "listRevisions" ? "/api/v1/figures" : path) ?? [];
  const key = example.includes("{key}") ? await firstKey(resource) : "";
  if (key === null) return null;
  const address = example.replace("{key}", encodeURIComponent(key));
  try {
    return { address, answer: (await answered(address)).body as object };
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** Key of the first record of a resource; null where there is none. */
async function firstKey(resource: string): Promise<string | null> {
  const { body } = await answered(`/api/v1/${resource}?limit=1`);
  const [first] = (body as { readonly data: readonly { readonly id?: string; readonly key?: string }[] }).data;
  return first?.id ?? first?.key ?? null;
}

function answered(address: string): Promise<Answer> {
  const request = new Request(`http://localhost${address}`);
  const [name = "", key] = new URL(request.url).pathname.replace("/api/v1/", "").split("/");
  const resource = parseResource(name);
  if (resource === null) return (OTHERS[name] as (typeof OTHERS)[string])(request);
  if (key !== undefined) return answerRecord(request, resource, decodeURIComponent(key));
  return resource === "figures" ? answerFigures(request) : answerRecords(request, resource);
}
