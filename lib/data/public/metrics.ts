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
import { EVERY_FIGURE, type FiguresRead } from "@/lib/data/public/selection/figure-selection";
import { PAGE_SIZE, placeOf } from "@/lib/data/public/selection/list-page";
import { newestIds } from "@/lib/data/public/selection/newest-figures";
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

/** A metric with its figures; null when there is none of that slug. Unknown regions are ignored. */
export async function findMetric(slug: string, query: MetricQuery): Promise<MetricView | null> {
  const metric = await findMetricRecord(slug);
  const shown = [`metric:${slug}`, `figures-of-metric:${slug}`] as const;
  const ofMetric = db(...shown);
  const row = await ofMetric.metric.findUnique({ where: { slug }, select: { id: true, ...metricSelect } });
  if (!metric || !row) return null;

  const { id: metricId, ...own } = row;
  const everywhere = { selection: { ...EVERY_FIGURE, metrics: [metricId] }, shown };
  const counts = await regionsOfMetric(everywhere);
  const toOwnFigure = ownFigures(own, counts);
  const asked = counts.filter(({ code }) => query.regions.includes(code));
  const byDefault = metric.figureCount <= FEW_FIGURES ? counts : counts.slice(0, CHOSEN_BY_DEFAULT);
  const chosen = asked.length > 0 ? asked : byDefault;
  const { fromYear, toYear } = query;
  const regions = chosen.map(({ id }) => id);
  const read = { selection: { ...everywhere.selection, regions, fromYear, toYear }, shown };
  const place = placeOf(await countFigures(read), query.page);
  const newest = async (take: number, skip = 0) => ownRows(ofMetric, await newestIds(read, take, skip));
  const [latest, series] = await Promise.all([listLatest(ofMetric, everywhere, metricId), newest(MOST_IN_SERIES)]);
  const inPage =
    place.before + PAGE_SIZE <= MOST_IN_SERIES
      ? series.slice(place.before, place.before + PAGE_SIZE)
      : await newest(PAGE_SIZE, place.before);
  return {
    metric,
    choices: counts.map(({ code, name, figureCount }) => ({ code, name, figureCount })),
    chosen: chosen.map(({ code, name }) => ({ code, name })),
    fromYear,
    toYear,
    ...(await withClaims({
      page: { ...place, figures: inPage.map(toOwnFigure) },
      latest: latest.map(toOwnFigure),
      series: series.map(toOwnFigure),
    })),
  };
}

/** Figures of one metric are read without the metric and the region, which are known already. */
const ownSelect = { ...figureSelect, metric: false, region: false, regionId: true } as const;
type OwnRow = Prisma.FigureGetPayload<{ select: typeof ownSelect }>;
type Row = Parameters<typeof toFigure>[0];

function ownFigures(metric: Row["metric"], regions: readonly ({ readonly id: number } & Row["region"])[]) {
  const regionOf = new Map(regions.map(({ id, code, name }) => [id, { code, name }]));
  return ({ regionId, ...row }: OwnRow): Figure => {
    const region = regionOf.get(regionId);
    if (!region) throw new Error(`Region ${regionId} was not among those of its metric`);
    return toFigure({ ...row, metric, region });
  };
}

/** Figures of one metric by their internal keys, in the order given. */
async function ownRows(ofMetric: PrismaClient, ids: readonly number[]): Promise<readonly OwnRow[]> {
  const rows = await ofMetric.figure.findMany({ where: { id: { in: [...ids] } }, select: { id: true, ...ownSelect } });
  const rowOf = new Map(rows.map(({ id, ...row }) => [id, row]));
  return ids.flatMap((id) => rowOf.get(id) ?? []);
}

/** Regions that have a metric, most figures first. */
async function regionsOfMetric(ofMetric: FiguresRead) {
  const counts = await countBy("regionId", ofMetric);
  const rows = await db(...ofMetric.shown).region.findMany({
    where: { id: { in: [...counts.keys()] } },
    select: { id: true, ...regionSelect },
  });
  noteReads(rows.map(({ code }): Scope => `region:${code}`));
  return rows
    .map((row) => ({ ...row, figureCount: counts.get(row.id)?.figures ?? 0 }))
    .sort((a, b) => b.figureCount - a.figureCount || a.name.localeCompare(b.name, "en"));
}

/**
 * The newest outcome of every region, newest first, one each. The newest days are asked for first and then only the figures
 * of those days, so that the many older figures of a long series are never read.
 */
async function listLatest(ofMetric: PrismaClient, read: FiguresRead, metricId: number): Promise<readonly OwnRow[]> {
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
    select: ownSelect,
    orderBy: [...NEWEST_FIRST],
  });
  const seen = new Set<number>();
  return rows.filter(({ regionId, lastDay }) => {
    if (seen.has(regionId) || lastDay !== dayOf.get(regionId)) return false;
    seen.add(regionId);
    return true;
  });
}
