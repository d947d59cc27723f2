import "server-only";
import { db } from "@/lib/data/db/client";
import { withClaims } from "@/lib/data/public/claims";
import { milestoneSelect, PUBLISHED, toMilestone } from "@/lib/data/public/figure-row";
import { readExtent } from "@/lib/data/public/selection/figure-counts";
import { EVERY_FIGURE } from "@/lib/data/public/selection/figure-selection";
import { PAGE_SIZE, placeOf } from "@/lib/data/public/selection/list-page";
import { readByIds } from "@/lib/data/public/selection/newest-figures";
import { findSourceRecord } from "@/lib/data/public/sources";
import type { SourceView } from "@/lib/figures/view-models";
import type { Scope } from "@/lib/publication/scopes";

/** Figures of one source that are put in reading order; more stay in the order in which they were recorded. */
const MOST_IN_ORDER = 5000;

/** A source with a page of what is taken from it, in reading order; null when there is none of that slug. */
export async function findSource(slug: string, page: number): Promise<SourceView | null> {
  const source = await findSourceRecord(slug);
  const ofSource = `figures-of-source:${slug}` as const;
  const row = await db(`source:${slug}`).source.findUnique({ where: { slug }, select: { id: true } });
  if (!source || !row) return null;
  const [extent, milestones] = await Promise.all([
    readExtent({ selection: { ...EVERY_FIGURE, source: row.id }, shown: [ofSource] }),
    db(`milestones-of-source:${slug}`).milestone.findMany({
      where: { citations: { some: { sourceId: row.id } }, ...PUBLISHED },
      select: milestoneSelect,
      orderBy: { day: "asc" },
    }),
  ]);
  const place = placeOf(extent.figures, page);
  const isInReadingOrder = extent.figures <= MOST_IN_ORDER;
  const ids = isInReadingOrder
    ? (await idsInOrder(row.id, ofSource)).slice(place.before, place.before + PAGE_SIZE)
    : await idsAsRecorded(row.id, ofSource, place.before);
  const figures = await readByIds(ids, [ofSource]);
  return {
    source,
    extent,
    page: { ...place, figures: await withClaims(figures), isInReadingOrder },
    milestones: milestones.map(toMilestone),
  };
}

/** Keys of all figures of a source by the number of their place in it; those without one last, as they were recorded. */
async function idsInOrder(sourceId: number, shown: Scope): Promise<readonly number[]> {
  const citations = await db(shown).citation.findMany({
    where: { sourceId, figure: PUBLISHED },
    select: { figureId: true, locator: true },
    orderBy: [{ figureId: "asc" }, { role: "asc" }, { id: "asc" }],
  });
  const placeOf = new Map<number, number>();
  for (const { figureId, locator } of citations) {
    const place = Number(/\d+/.exec(locator ?? "")?.[0] ?? Number.POSITIVE_INFINITY);
    if (figureId !== null && !placeOf.has(figureId)) placeOf.set(figureId, place);
  }
  // Sorting is stable.
  return [...placeOf].sort(([, a], [, b]) => (a === b ? 0 : a - b)).map(([id]) => id);
}

async function idsAsRecorded(sourceId: number, shown: Scope, skip: number): Promise<readonly number[]> {
  const rows = await db(shown).$queryRaw<{ figureId: number }[]>`
    SELECT DISTINCT c."figureId" FROM "Citation" c
    WHERE c."sourceId" = ${sourceId} AND EXISTS (SELECT 1 FROM "Figure" f WHERE f."id" = c."figureId" AND f."status" = 'published')
    ORDER BY c."figureId" LIMIT ${PAGE_SIZE} OFFSET ${skip}`;
  return rows.map(({ figureId }) => figureId);
}
