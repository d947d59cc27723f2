import "server-only";
import type { Tx } from "@/lib/data/db/transaction";
import { storeOf } from "@/lib/data/resources/registry";
import { snapshot } from "@/lib/data/revisions/record";
import { type Change, type ChangeContext, recordRevisions } from "@/lib/data/revisions/revisions";
import { keyColumn, MODELS, quoted } from "@/lib/data/revisions/tables";
import { Prisma } from "@/lib/generated/prisma/client";
import { RESOURCES, type Resource } from "@/lib/schemas/resources";

/** A row of which no version is remembered. */
interface Unremembered {
  readonly resource: Resource;
  readonly key: string;
}

/** Rows that were written before versions of their resource were remembered, and rows that the seed has just written. */
export async function listWithoutRevision(tx: Tx): Promise<readonly Unremembered[]> {
  const parts = RESOURCES.filter((resource) => resource !== "figures").map((resource) => {
    const [table, key] = [quoted(MODELS[resource]), quoted(keyColumn(resource))];
    return Prisma.sql`SELECT ${resource} AS "resource", t.${key} AS "key" FROM ${table} t
      WHERE NOT EXISTS (SELECT 1 FROM "Revision" r WHERE r."resource" = ${MODELS[resource]} AND r."key" = t.${key})`;
  });
  return tx.$queryRaw<Unremembered[]>(Prisma.join(parts, " UNION ALL "));
}

/** Remembers rows as they stand, as their first version: what editors change later can then be restored. */
export async function backfillRevisions(tx: Tx, rows: readonly Unremembered[], context: ChangeContext): Promise<void> {
  const changes: Change[] = [];
  for (const { resource, key } of rows) {
    const stored = await storeOf(resource).find(tx, key);
    if (stored === null) continue;
    changes.push({
      resource,
      key,
      kind: "imported",
      before: null,
      after: snapshot(resource, stored.content, stored.state),
    });
  }
  await recordRevisions(tx, changes, context);
}
