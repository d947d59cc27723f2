import "server-only";
import type { Tx } from "@/lib/data/db/transaction";
import type { Snapshot } from "@/lib/data/revisions/record";
import { tableName, tableOf } from "@/lib/data/revisions/tables";
import { scopeOf } from "@/lib/publication/changed-scopes";
import type { Scope } from "@/lib/publication/scopes";
import type { Resource } from "@/lib/schemas/resources";

type Listed = "metrics" | "regions" | "organisations" | "topics" | "sources";

interface Row {
  readonly resource: Listed;
  readonly id: number | bigint;
  readonly key: string;
  /** Key of what it stands in: a metric's topic, a region's parent. */
  readonly above: string | null;
}

/**
 * Shows readers what published rows refer to, where it came with drafts: metrics with their topics, regions with those they lie in,
 * organisations and sources. Answers what readers see otherwise by that.
 */
export async function listReferred(
  tx: Tx,
  changes: readonly { readonly resource: Resource; readonly after: Snapshot }[],
): Promise<readonly Scope[]> {
  return showReferred(tx, new Set(changes.flatMap(({ resource, after }) => referredBy(resource, after))));
}

/** The same, of what is referred to by "resource key" (referredBy). */
export async function showReferred(tx: Tx, wanted: ReadonlySet<string>): Promise<readonly Scope[]> {
  if (wanted.size === 0) return [];
  const hidden = await tx.$queryRaw<Row[]>`
    SELECT 'metrics' AS "resource", m."id", m."slug" AS "key", t."slug" AS "above" FROM "Metric" m JOIN "Topic" t ON t."id" = m."topicId"
      WHERE NOT m."listed"
    UNION ALL SELECT 'regions', r."id", r."code", p."code" FROM "Region" r LEFT JOIN "Region" p ON p."id" = r."parentId" WHERE NOT r."listed"
    UNION ALL SELECT 'organisations', "id", "slug", NULL FROM "Organisation" WHERE NOT "listed"
    UNION ALL SELECT 'topics', "id", "slug", NULL FROM "Topic" WHERE NOT "listed"
    UNION ALL SELECT 'sources', "id", "slug", NULL FROM "Source" WHERE NOT "listed"`;
  const shown: Row[] = [];
  const byKey = new Map(hidden.map((row) => [`${row.resource} ${row.key}`, row]));
  const show = (name: string) => {
    const row = byKey.get(name);
    if (row === undefined) return;
    byKey.delete(name);
    shown.push(row);
    if (row.above !== null) show(`${row.resource === "metrics" ? "topics" : "regions"} ${row.above}`);
  };
  for (const name of wanted) show(name);
  for (const { resource, id } of shown) {
    await tableOf(tx, tableName(resource)).update({ where: { id: Number(id) }, data: { listed: true } });
  }
  return shown.map(({ resource, key }) => scopeOf(resource, key));
}

/** What a row refers to that readers see, as "resource key"; nothing for a draft. */
export function referredBy(resource: Resource, after: Snapshot): readonly string[] {
  const named = (of: Listed, key: unknown) => (typeof key === "string" ? [`${of} ${key}`] : []);
  const sources = ((after.citations ?? []) as readonly { readonly source: string }[]).map(
    ({ source }) => `sources ${source}`,
  );
  if (after.status !== "published") return [];
  switch (resource) {
    case "figures":
      return [
        ...named("metrics", after.metric),
        ...named("regions", after.region),
        ...named("organisations", after.organisation),
        ...sources,
      ];
    case "milestones":
      return [...named("regions", after.region), ...sources];
    case "charts":
      return [
        ...named("topics", after.topic),
        ...(after.metrics as readonly string[]).map((key) => `metrics ${key}`),
        ...(after.regions as readonly string[]).map((key) => `regions ${key}`),
      ];
    default:
      return [];
  }
}
