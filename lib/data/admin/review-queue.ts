import "server-only";
import { db } from "@/lib/data/db/client";
import { figureSelect, PUBLISHED, toFigure } from "@/lib/data/public/figure-row";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import { firstDayOf } from "@/lib/dates/edtf";
import { differingClaims } from "@/lib/figures/claims/claims";
import { freshFrom } from "@/lib/figures/staleness";
import type { Prisma } from "@/lib/generated/prisma/client";
import { CHANGED } from "@/lib/reading/article/link-finding";

/** Groups looked up at once: five values each, and SQLite takes 999 in a query. */
const BATCH = 100;
/** Most figures of one matter that a list shows. */
const MOST_LISTED = 900;
/** Most groups of figures of one metric that differ that are read. */
const MOST_COMPARED = 5000;

/** Figures of one matter: how many there are, and their internal keys in order, at most so many as one list can hold. */
export interface ReviewItems {
  readonly count: number;
  readonly ids: readonly number[];
}

/**
 * Published outcomes that are the newest of their metric, region and subject and yet past the metric's shelf life on a day
 * (yyyymmdd), the oldest first. An older figure that a newer one follows needs no care, nor do those looked at again within the shelf life.
 */
export function findStale(today: number): Promise<ReviewItems> {
  const read = async () => {
    const metrics = await db("metric").metric.findMany({
      where: { shelfLifeMonths: { not: null } },
      select: { id: true, shelfLifeMonths: true },
    });
    const freshOf = new Map(
      metrics.map(({ id, shelfLifeMonths }) => [id, shelfLifeMonths === null ? 0 : freshFrom(shelfLifeMonths, today)]),
    );
    const newest = await db("figure", "metric").figure.groupBy({
      by: ["metricId", "regionId", "organisationId"],
      where: { ...PUBLISHED, outlook: "outcome", lastDay: { not: null }, metric: { shelfLifeMonths: { not: null } } },
      _max: { lastDay: true, lookedAgain: true },
    });
    const stale = newest
      .flatMap(({ _max: { lastDay, lookedAgain }, ...group }) => {
        const seen = Math.max(lastDay ?? 0, lookedAgain === null ? 0 : (firstDayOf(lookedAgain) ?? 0));
        return lastDay === null || seen >= (freshOf.get(group.metricId) ?? 0) ? [] : { ...group, lastDay };
      })
      .sort((a, b) => a.lastDay - b.lastDay);
    const rows = await inBatches(stale.slice(0, MOST_LISTED), (groups) =>
      db("figure", "metric").figure.findMany({
        where: { ...PUBLISHED, outlook: "outcome", OR: groups },
        select: { id: true, metricId: true, regionId: true, organisationId: true },
        orderBy: [{ lastDay: "asc" }, { id: "asc" }],
      }),
    );
    const first = new Map<string, number>();
    for (const { id, metricId, regionId, organisationId } of rows) {
      const group = `${metricId} ${regionId} ${organisationId}`;
      if (!first.has(group)) first.set(group, id);
    }
    return { count: stale.length, ids: [...first.values()] };
  };
  return cacheUntilChange("admin stale", read, today);
}

/**
 * Published figures that cannot be true together with another one about the same thing and time, side by side; of MOST_COMPARED groups
 * of each metric. After a save only the metrics that it touched are compared again.
 */
export function findDiffering(): Promise<ReviewItems> {
  return cacheUntilChange("admin differing", async () => {
    const metrics = await db("metric").metric.findMany({ select: { id: true, slug: true }, orderBy: { id: "asc" } });
    const ids = (await Promise.all(metrics.map(findDifferingOf))).flat();
    return { count: ids.length, ids: ids.slice(0, MOST_LISTED) };
  });
}

/** Internal keys of the differing figures of one metric. */
function findDifferingOf({ id: metricId, slug }: { readonly id: number; readonly slug: string }) {
  return cacheUntilChange(`admin differing ${slug}`, async (): Promise<readonly number[]> => {
    const ofMetric = db(`claims:${slug}`, `metric:${slug}`);
    const groups = await ofMetric.claimGroup.findMany({
      where: { metricId, apart: { not: null } },
      select: { metricId: true, regionId: true, organisationId: true, outlook: true, lastDay: true },
      orderBy: [{ regionId: "asc" }, { lastDay: "asc" }],
      take: MOST_COMPARED,
    });
    const rows = await inBatches(groups, (some) =>
      ofMetric.figure.findMany({
        where: {
          ...PUBLISHED,
          OR: some.map(({ organisationId, ...group }) => ({ ...group, organisationId: organisationId || null })),
        },
        select: { id: true, ...figureSelect },
        orderBy: { id: "asc" },
      }),
    );
    const idOf = new Map(rows.map(({ id, publicId }) => [publicId, id]));
    const differing = differingClaims(rows.map(({ id: _, ...row }) => toFigure(row))).flat();
    return differing.flatMap((figure) => idOf.get(figure.id) ?? []);
  });
}

/** The condition of sources in use without an archived copy. */
export const UNARCHIVED = { retracted: false, archiveUrl: null } as const satisfies Prisma.SourceWhereInput;

/** The condition of sources in use whose page is not what was recorded. */
export const LINK_LOST = {
  retracted: false,
  linkCheck: { state: { in: [...CHANGED] } },
} satisfies Prisma.SourceWhereInput;

async function inBatches<Group, Row>(
  groups: readonly Group[],
  read: (some: Group[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < groups.length; from += BATCH) {
    rows.push(...(await read(groups.slice(from, from + BATCH))));
  }
  return rows;
}
