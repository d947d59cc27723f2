import "server-only";
import { snapshot } from "@/lib/data/writing/record";
import { type Change, type ChangeContext, remember } from "@/lib/data/writing/revisions";
import { storeOf } from "@/lib/data/writing/stores";
import { keyColumn, MODELS, quoted } from "@/lib/data/writing/tables";
import type { Tx } from "@/lib/data/writing/transaction";
import { Prisma } from "@/lib/generated/prisma/client";
import { NOUNS, type Noun } from "@/lib/schemas/nouns";

/** A row of which no version is remembered. */
interface Unremembered {
  readonly noun: Noun;
  readonly key: string;
}

/** Rows that were written before versions of their noun were remembered, and rows that the seed has just written. */
export async function listUnremembered(tx: Tx): Promise<readonly Unremembered[]> {
  const parts = NOUNS.filter((noun) => noun !== "figures").map((noun) => {
    const [table, key] = [quoted(MODELS[noun]), quoted(keyColumn(noun))];
    return Prisma.sql`SELECT ${noun} AS "noun", t.${key} AS "key" FROM ${table} t
      WHERE NOT EXISTS (SELECT 1 FROM "Revision" r WHERE r."noun" = ${MODELS[noun]} AND r."key" = t.${key})`;
  });
  return tx.$queryRaw<Unremembered[]>(Prisma.join(parts, " UNION ALL "));
}

/** Remembers rows as they stand, as their first version: what editors change later can then be restored. */
export async function rememberFirstVersions(
  tx: Tx,
  rows: readonly Unremembered[],
  context: ChangeContext,
): Promise<void> {
  const changes: Change[] = [];
  for (const { noun, key } of rows) {
    const stored = await storeOf(noun).find(tx, key);
    if (stored === null) continue;
    changes.push({ noun, key, kind: "imported", before: null, after: snapshot(noun, stored.content, stored.state) });
  }
  await remember(tx, changes, context);
}
