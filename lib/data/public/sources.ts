import "server-only";
import { db } from "@/lib/data/db/client";
import { IN_USE, sourceSelect } from "@/lib/data/public/figure-row";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import type { SourceRecord } from "@/lib/figures/view-models";
import { readingOnly } from "@/lib/publication/reads";

const recordSelect = {
  id: true,
  archiveUrl: true,
  archivedAt: true,
  licence: true,
  note: true,
  ...sourceSelect,
} as const;

/** Every source in use with how many published figures it holds, newest first, undated last. */
export function listSources(): Promise<readonly SourceRecord[]> {
  return cacheUntilChange("sources", async () => {
    const [rows, counts] = await Promise.all([
      db("source").source.findMany({
        where: IN_USE,
        select: recordSelect,
        orderBy: [{ publishedDay: { sort: "desc", nulls: "last" } }, { title: "asc" }],
      }),
      // A figure that is cited from two places of a source is one figure.
      db("figure-count").$queryRaw<{ sourceId: number; figures: number | bigint }[]>`
        SELECT c."sourceId", count(*) AS "figures"
        FROM (SELECT DISTINCT "figureId", "sourceId" FROM "Citation" WHERE "figureId" IS NOT NULL) c
        JOIN "Figure" f ON f."id" = c."figureId" WHERE f."status" = 'published' GROUP BY c."sourceId"`,
    ]);
    const countOf = new Map(counts.map(({ sourceId, figures }) => [sourceId, Number(figures)]));
    return rows.map(({ id, archivedAt, ...source }) => ({
      ...source,
      archivedAt: archivedAt?.toISOString() ?? null,
      figureCount: countOf.get(id) ?? 0,
    }));
  });
}

/** A source in use with how many published figures it holds; null when there is none of that slug. */
export async function findSourceRecord(slug: string): Promise<SourceRecord | null> {
  const sources = await readingOnly([`source:${slug}`, `figures-of-source:${slug}`], listSources);
  return sources.find((source) => source.slug === slug) ?? null;
}
