import "server-only";
import { createHash } from "node:crypto";
import type { Person } from "@/lib/auth/person";
import { warningsOf } from "@/lib/data/save-warnings";
import type { Attempt } from "@/lib/data/writing/once";
import { type NounRecord, type Stored, toRecord } from "@/lib/data/writing/record";
import { invalidInput } from "@/lib/data/writing/refusal";
import type { Tx } from "@/lib/data/writing/transaction";
import { dataAnswer } from "@/lib/http/answers";
import { readAttemptKey, versionTag } from "@/lib/http/preconditions";
import type { InputIssue, Noun } from "@/lib/schemas/nouns";

/** What was read from a request; refuses (422) what is wrong with it. */
export function getParsed<Data>(
  parsed: { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly issues: readonly InputIssue[] },
): Data {
  if (!parsed.ok) throw invalidInput(parsed.issues);
  return parsed.data;
}

/** The attempt that a request is one try of: same person, same key; the hash tells whether it asks for the same. */
export function readAttempt(request: Request, person: Person, text: string): Attempt {
  const key = readAttemptKey(request);
  const hash = createHash("sha256").update(`${request.method} ${new URL(request.url).pathname}\n${text}`);
  return { personId: person.id, key, requestHash: hash.digest("hex") };
}

/** A saved row as it is answered, with what is to be looked at in it where there is something. */
export async function savedBody<N extends Noun>(tx: Tx, noun: N, stored: Stored<N>) {
  const warnings = await warningsOf(tx, noun, [stored]);
  return { data: toRecord(noun, stored), ...(warnings.length === 0 ? {} : { warnings }) };
}

/** The answer to a change that was saved. */
export function savedAnswer(body: Awaited<ReturnType<typeof savedBody>>): Response {
  return Response.json(body, { headers: { "cache-control": "no-store", etag: versionTag(body.data.version) } });
}

/** A row with its version as ETag. */
export function recordAnswer(record: NounRecord): Response {
  return dataAnswer(record, 200, { etag: versionTag(record.version) });
}
