import "server-only";
import { db } from "@/lib/data/db/client";
import { withClaims } from "@/lib/data/public/claims";
import {
  figureSelect,
  IN_USE,
  metricSelect,
  NEWEST_FIRST,
  PUBLISHED,
  regionSelect,
  toFigure,
} from "@/lib/data/public/figure-row";
import { countBy, countFigures, countRegions } from "@/lib/data/public/selection/figure-counts";
import {
  conditionOf,
  correctedIn,
  EVERY_FIGURE,
  type FiguresRead,
  type KnownOn,
} from "@/lib/data/public/selection/figure-selection";
import { PAGE_SIZE, placeOf } from "@/lib/data/public/selection/list-page";
import { newestIds, readByIds } from "@/lib/data/public/selection/newest-figures";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import { yearOf } from "@/lib/dates/edtf";
import type { Figure } from "@/lib/figures/figure";
import type { MetricRecord, MetricView } from "@/lib/figures/view-models";
import type { Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import { noteReads, readingOnly } from "@/lib/publication/reads";
import type { Scope } from "@/lib/publication/scopes";

/** Up to so many figures, all regions of a metric are shown at once; above, those with the most figures. */
const FEW_FIGURES = 120;
const CHOSEN_BY_DEFAULT = 5;
const MOST_IN_SERIES = 600;
/** Regions whose newest outcome is listed, those with the newest. */
const MOST_LATEST = 100;

/** Every metric in use with its counts, by topic and name. */
export function listMetrics(): Promise<readonly MetricRecord[]> {
  return cacheUntilChange("metrics", async () => {
    const [rows, counts, regionCounts] = await Promise.all([
      db("metric", "topic").metric.findMany({
        where: IN_USE,
        select: { id: true, definition: true, higherIs: true, ...metricSelect },
        orderBy: [{ topic: { position: "asc" } }, { name: "asc" }],
      }),
      countBy("metricId", { selection: EVERY_FIGURE, shown: ["figure-count"] }),
      countRegions(["figure-count"]),
    ]);
    return rows.map(({ id, ...metric }) => {
      const count = counts.get(id);
      const [first, last] = [count?.firstDay ?? null, count?.lastDay ?? null];
      return {
        ...metric,
        figureCount: count?.figures ?? 0,
        regionCount: regionCounts.get(id) ?? 0,
        firstYear: first === null ? null : yearOf(first),
        lastYear: last === null ? null : yearOf(last),
      };
    });
  });
}

/** A metric in use with its counts; null when there is none of that slug. */
export async function findMetricRecord(slug: string): Promise<MetricRecord | null> {
  const metrics = await readingOnly([`metric:${slug}`, `figure-count:${slug}`], listMetrics);
  const metric = metrics.find((candidate) => candidate.slug === slug);
  if (metric === undefined) return null;
  noteReads([`topic:${metric.topic.slug}`]);
  return metric;
}

/** Which part of a metric to show: region codes (none: as many as are legible), years, and the page of the list from 1. */
export interface MetricQuery {
  readonly regions: readonly string[];
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly page: number;
}

/**
 * A metric with its figures, those known on a day where one is given; null when there is none of that slug. Unknown regions are
 * ignored.
 */
export async function findMetric(
  slug: string,
  query: MetricQuery,
  knownOn: KnownOn | null = null,
): Promise<MetricView | null> {
  const metric = await findMetricRecord(slug);
  const shown = [`metric:${slug}`, `figures-of-metric:${slug}`] as const;
  const ofMetric = db(...shown);
  const row = await ofMetric.metric.findUnique({ where: { slug }, select: { id: true, ...metricSelect } });
  if (!metric || !row) return null;

  const { id: metricId, ...own } = row;
  const everywhere = { selection: { ...EVERY_FIGURE, metrics: [metricId], knownOn }, shown };
  const counts = await regionsOfMetric(everywhere);
  const figuresOf = knownOn
    ? (ids: readonly number[]) => readByIds(ids, shown, knownOn)
    : ownFigures(ofMetric, own, counts);
  const asked = counts.filter(({ code }) => query.regions.includes(code));
  const figureCount = counts.reduce((sum, count) => sum + count.figureCount, 0);
  const byDefault = figureCount <= FEW_FIGURES ? counts : counts.slice(0, CHOSEN_BY_DEFAULT);
  const chosen = asked.length > 0 ? asked : byDefault;
  const { fromYear, toYear } = query;
  const regions = chosen.map(({ id }) => id);
  const read = { selection: { ...everywhere.selection, regions, fromYear, toYear }, shown };
  const place = placeOf(await countFigures(read), query.page);
  const newest = async (take: number, skip = 0) => figuresOf(await newestIds(read, take, skip));
  const latestOfAll = await (knownOn ? latestThen(everywhere) : listLatest(ofMetric, everywhere, metricId));
  const idsOf = (rows: typeof latestOfAll) => rows.map(({ id }) => id);
  const [latest, latestOfChosen, series] = await Promise.all([
    figuresOf(idsOf(latestOfAll.slice(0, MOST_LATEST))),
    figuresOf(idsOf(latestOfAll.filter(({ regionId }) => regions.includes(regionId)))),
    newest(MOST_IN_SERIES),
  ]);
  const inPage =
    place.before + PAGE_SIZE <= MOST_IN_SERIES
      ? series.slice(place.before, place.before + PAGE_SIZE)
      : await newest(PAGE_SIZE, place.before);
  return {
    metric: knownOn ? await metricThen(metric, everywhere, knownOn) : metric,
    asOf: knownOn?.date ?? null,
    choices: counts.map(({ code, name, figureCount }) => ({ code, name, figureCount })),
    chosen: chosen.map(({ code, name }) => ({ code, name })),
    fromYear,
    toYear,
    regionsWithLatest: latestOfAll.length,
    ...(await withClaims({ page: { ...place, figures: inPage }, latest, latestOfChosen, series }, knownOn)),
  };
}

/** A metric as it was called and defined on a day, with what was known of it. */
async function metricThen(metric: MetricRecord, read: FiguresRead, { recordThen }: KnownOn): Promise<MetricRecord> {
  const [regions, counts] = await Promise.all([countBy("regionId", read), countBy("metricId", read)]);
  const [count] = counts.values();
  const [first, last] = [count?.firstDay ?? null, count?.lastDay ?? null];
  return {
    ...recordThen("metrics", metric.slug, metric),
    figureCount: count?.figures ?? 0,
    regionCount: regions.size,
    firstYear: first === null ? null : yearOf(first),
    lastYear: last === null ? null : yearOf(last),
  };
}

/** Figures of one metric are read without the metric and the region, which are known already. */
const ownSelect = { ...figureSelect, metric: false, region: false, regionId: true } as const;
type OwnRow = Prisma.FigureGetPayload<{ select: typeof ownSelect }>;
type Row = Parameters<typeof toFigure>[0];

/** Reads figures of one metric by their internal keys, in the order given. */
function ownFigures(
  ofMetric: PrismaClient,
  metric: Row["metric"],
  regions: readonly ({ readonly id: number } & Row["region"])[],
) {
  const regionOf = new Map(regions.map(({ id, code, name }) => [id, { code, name }]));
  const toOwnFigure = ({ regionId, ...row }: OwnRow): Figure => {
    const region = regionOf.get(regionId);
    if (!region) throw new Error(`Region ${regionId} was not among those of its metric`);
    return toFigure({ ...row, metric, region });
  };
  return async (ids: readonly number[]): Promise<readonly Figure[]> => {
    const rows = await ofMetric.figure.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, ...ownSelect },
    });
    const figureOf = new Map(rows.map(({ id, ...row }) => [id, toOwnFigure(row)]));
    return ids.flatMap((id) => figureOf.get(id) ?? []);
  };
}

/** Regions that have a metric, most figures first. */
async function regionsOfMetric(ofMetric: FiguresRead) {
  const counts = await countBy("regionId", ofMetric);
  const rows = await db(...ofMetric.shown).region.findMany({
    where: { id: { in: [...counts.keys()] } },
    select: { id: true, ...regionSelect },
  });
  noteReads(rows.map(({ code }): Scope => `region:${code}`));
  const { knownOn } = ofMetric.selection;
  return rows
    .map((row) => knownOn?.recordThen("regions", row.code, row) ?? row)
    .map((row) => ({ ...row, figureCount: counts.get(row.id)?.figures ?? 0 }))
    .sort((a, b) => b.figureCount - a.figureCount || a.name.localeCompare(b.name, "en"));
}

/** The internal keys of a region and of its newest outcome. */
interface LatestKeys {
  readonly id: number;
  readonly regionId: number;
}

/**
 * The newest outcome of every region, newest first, one each. The newest days are asked for first and then only the figures
 * of those days, so that the many older figures of a long series are never read.
 */
async function listLatest(ofMetric: PrismaClient, read: FiguresRead, metricId: number): Promise<readonly LatestKeys[]> {
  const where = { metricId, ...PUBLISHED, outlook: "outcome" } as const satisfies Prisma.FigureWhereInput;
  const newest = await countBy("regionId", { ...read, selection: { ...read.selection, outlook: "outcome" } });
  const dayOf = new Map([...newest].map(([regionId, { lastDay }]) => [regionId, lastDay]));
  const days = [...new Set(dayOf.values())];
  const rows = await ofMetric.figure.findMany({
    where: {
      ...where,
      regionId: { in: [...dayOf.keys()] },
      OR: [
        { lastDay: { in: days.filter((day) => day !== null) } },
        ...(days.includes(null) ? [{ lastDay: null }] : []),
      ],
    },
    select: { id: true, regionId: true, lastDay: true },
    orderBy: [...NEWEST_FIRST],
  });
  return firstOfRegions(rows.filter(({ regionId, lastDay }) => lastDay === dayOf.get(regionId)));
}

/** The same as they were known on the day of a selection: every figure of the metric is looked at. */
async function latestThen({ selection, shown }: FiguresRead): Promise<readonly LatestKeys[]> {
  const outcomes = { ...selection, outlook: "outcome" } as const;
  const rows = await db(...shown).$queryRaw<{ id: number | bigint; regionId: number; lastDay: number | null }[]>`
    SELECT * FROM (SELECT f."id", f."regionId", f."lastDay",
        row_number() OVER (PARTITION BY f."regionId" ORDER BY f."lastDay" DESC NULLS LAST, f."id") AS "place"
      FROM "Figure" f WHERE ${conditionOf(outcomes, "index")}) p WHERE p."place" = 1`;
  const corrected = correctedIn(outcomes).map(({ id, regionId, figure: { lastDay } }) => ({ id, regionId, lastDay }));
  const all = [...rows.map(({ id, regionId, lastDay }) => ({ id: Number(id), regionId, lastDay })), ...corrected];
  return firstOfRegions(all.sort((a, b) => (b.lastDay ?? 0) - (a.lastDay ?? 0) || a.id - b.id));
}

function firstOfRegions(rows: readonly LatestKeys[]): readonly LatestKeys[] {
  const seen = new Set<number>();
  return rows.filter(({ regionId }) => {
    const isFirst = !seen.has(regionId);
    seen.add(regionId);
    return isFirst;
  });
}
