/**
 * Saves without end, for the test that kills it: `lanes` at a time, each making figures and changing them. Every save that is
 * confirmed is told in one line on standard output, at once: lane, attempt, key, version. Attempts of a lane are numbered; those
 * given as arguments are where each lane begins, so that an attempt whose answer was lost is made again under the same key.
 */
import { writeSync } from "node:fs";
import { changeRow } from "@/lib/data/commands/change";
import { createRow } from "@/lib/data/commands/create";
import { withIdempotencyKey } from "@/lib/data/commands/idempotency";
import { db } from "@/lib/data/db/client";
import { withWriteTransaction } from "@/lib/data/db/transaction";
import { toRecord } from "@/lib/data/revisions/record";
import { parseNew } from "@/lib/schemas/resources";

const CHANGES_OF_EACH = 2;
const author = { id: null, name: "A test" };
const changeReason = { cause: null, reason: null };
const { slug: source } = await db().source.findFirstOrThrow();

async function lane(name: number, first: number): Promise<never> {
  for (let attempt = first; ; attempt += 1) {
    const note = `${name} ${attempt}`;
    const parsed = parseNew("figures", {
      metric: "companies-attracted",
      region: "CN-GZ",
      wording: "exactly",
      value: { digits: String(attempt) },
      speakerKind: "outlet",
      note,
      citations: [{ source, phrase: note }],
    });
    if (!parsed.ok) throw new Error("The sample is wrong");
    const asked = { personId: `lane ${name}`, key: String(attempt), requestHash: note };
    const { value } = await withIdempotencyKey(asked, 201, async (tx) =>
      toRecord("figures", await createRow(tx, "figures", parsed.data, { author, changeReason, batchId: null })),
    );
    const { key } = value;
    writeSync(1, `${name} ${attempt} ${key} 1\n`);
    for (let version = 1; version <= CHANGES_OF_EACH; version += 1) {
      const target = { resource: "figures", key, version } as const;
      const next = await withWriteTransaction((tx) =>
        changeRow(tx, target, { speaker: `${note} ${version}` }, changeReason, author),
      ).catch(
        // An attempt that was made again finds its figure changed already.
        () => null,
      );
      if (next !== null) writeSync(1, `${name} ${attempt} ${key} ${next.version}\n`);
    }
  }
}

await Promise.all(process.argv.slice(2).map((first, name) => lane(name, Number(first))));
