import "server-only";
import { readAttempt } from "@/lib/api/requests";
import type { Person } from "@/lib/auth/person";
import { warningsOf } from "@/lib/data/admin/save-warnings";
import { type BulkChanges, bulkUpdate } from "@/lib/data/commands/bulk-update";
import { withIdempotencyKey } from "@/lib/data/commands/idempotency";
import { type Tx, withWriteTransaction } from "@/lib/data/db/transaction";
import { toRecord } from "@/lib/data/revisions/record";
import type { Resource } from "@/lib/schemas/resources";

/**
 * Does the same to several rows, all or none, and answers all of them with what is to be looked at in them. With an
 * Idempotency-Key it is done once, however often it is asked for; `text` is the body that was sent.
 */
export async function bulkResponse<N extends Resource>(
  request: Request,
  person: Person,
  text: string,
  several: BulkChanges<N>,
): Promise<Response> {
  const work = async (tx: Tx) => {
    const done = await bulkUpdate(tx, several, person);
    const warnings = several.changes === null ? [] : await warningsOf(tx, several.resource, done);
    const data = done.map((stored) => toRecord(several.resource, stored));
    return { data, ...(warnings.length === 0 ? {} : { warnings }) };
  };
  const isNamed = request.headers.has("idempotency-key");
  const body = isNamed
    ? (await withIdempotencyKey(readAttempt(request, person, text), 200, work)).value
    : await withWriteTransaction(work);
  return Response.json(body, { headers: { "cache-control": "no-store" } });
}
