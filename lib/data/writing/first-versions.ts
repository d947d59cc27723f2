import "server-only";
import { snapshot } from "@/lib/data/writing/record";
import { type Change, type ChangeContext, remember } from "@/lib/data/writing/revisions";
import { storeOf } from "@/lib/data/writing/stores";
import type { Tx } from "@/lib/data/writing/transaction";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Noun } from "@/lib/schemas/nouns";

/** A row of which no version is remembered. */
interface Unremembered {
  readonly noun: Noun;
  readonly key: string;
}

/** Rows that were written before versions of their noun were remembered, and rows that the seed has just written. */
export async function listUnremembered(tx: Tx): Promise<readonly Unremembered[]> {
  return tx.$queryRaw<Unremembered[]>`
    SELECT 'topics' AS "noun", "slug" AS "key" FROM "Topic" t WHERE ${isUnremembered("Topic", Prisma.sql`t."slug"`)}
    UNION ALL SELECT 'regions', "code" FROM "Region" t WHERE ${isUnremembered("Region", Prisma.sql`t."code"`)}
    UNION ALL SELECT 'organisations', "slug" FROM "Organisation" t WHERE ${isUnremembered("Organisation", Prisma.sql`t."slug"`)}
    UNION ALL SELECT 'metrics', "slug" FROM "Metric" t WHERE ${isUnremembered("Metric", Prisma.sql`t."slug"`)}
    UNION ALL SELECT 'sources', "slug" FROM "Source" t WHERE ${isUnremembered("Source", Prisma.sql`t."slug"`)}
    UNION ALL SELECT 'milestones', "slug" FROM "Milestone" t WHERE ${isUnremembered("Milestone", Prisma.sql`t."slug"`)}
    UNION ALL SELECT 'charts', "slug" FROM "Chart" t WHERE ${isUnremembered("Chart", Prisma.sql`t."slug"`)}`;
}

function isUnremembered(model: string, key: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM "Revision" r WHERE r."noun" = ${model} AND r."key" = ${key})`;
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
