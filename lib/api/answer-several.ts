import "server-only";
import { readAttempt } from "@/lib/api/requests";
import type { Person } from "@/lib/auth/person";
import { warningsOf } from "@/lib/data/save-warnings";
import { once } from "@/lib/data/writing/once";
import { toRecord } from "@/lib/data/writing/record";
import { changeSeveral, type SeveralChanges } from "@/lib/data/writing/several";
import { type Tx, writing } from "@/lib/data/writing/transaction";
import type { Noun } from "@/lib/schemas/nouns";

/**
 * Does the same to several rows, all or none, and answers all of them with what is to be looked at in them. With an
 * Idempotency-Key it is done once, however often it is asked for; `text` is the body that was sent.
 */
export async function answerSeveral<N extends Noun>(
  request: Request,
  person: Person,
  text: string,
  several: SeveralChanges<N>,
): Promise<Response> {
  const work = async (tx: Tx) => {
    const done = await changeSeveral(tx, several, person);
    const warnings = several.changes === null ? [] : await warningsOf(tx, several.noun, done);
    const data = done.map((stored) => toRecord(several.noun, stored));
    return { data, ...(warnings.length === 0 ? {} : { warnings }) };
  };
  const isNamed = request.headers.has("idempotency-key");
  const body = isNamed ? (await once(readAttempt(request, person, text), 200, work)).value : await writing(work);
  return Response.json(body, { headers: { "cache-control": "no-store" } });
}
