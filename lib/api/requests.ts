import "server-only";
import { createHash } from "node:crypto";
import type { Person } from "@/lib/auth/person";
import { warningsOf } from "@/lib/data/admin/save-warnings";
import type { Attempt } from "@/lib/data/commands/idempotency";
import type { Tx } from "@/lib/data/db/transaction";
import { invalidInput } from "@/lib/data/errors";
import { type ResourceRecord, type Stored, toRecord } from "@/lib/data/revisions/record";
import { readAttemptKey, versionTag } from "@/lib/http/preconditions";
import { jsonResponse } from "@/lib/http/responses";
import type { InputIssue, Resource } from "@/lib/schemas/resources";

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
export async function savedBody<N extends Resource>(tx: Tx, resource: N, stored: Stored<N>) {
  const warnings = await warningsOf(tx, resource, [stored]);
  return { data: toRecord(resource, stored), ...(warnings.length === 0 ? {} : { warnings }) };
}

/** The answer to a change that was saved. */
export function savedResponse(body: Awaited<ReturnType<typeof savedBody>>): Response {
  return Response.json(body, { headers: { "cache-control": "no-store", etag: versionTag(body.data.version) } });
}

/** A row with its version as ETag. */
export function recordResponse(record: ResourceRecord): Response {
  return jsonResponse(record, 200, { etag: versionTag(record.version) });
}
