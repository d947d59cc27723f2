import "server-only";
import { db } from "@/lib/data/db/client";
import {
  figureSelect,
  IN_USE,
  metricSelect,
  NEWEST_FIRST,
  PUBLISHED,
  regionSelect,
  toFigure,
} from "@/lib/data/public/figure-row";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import { yearOf } from "@/lib/dates/edtf";
import type { Figure } from "@/lib/figures/figure";
import { groupBy } from "@/lib/figures/group";
import type { MetricRecord, MetricView } from "@/lib/figures/view-models";
import type { Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import { noteReads, readingOnly } from "@/lib/publication/reads";
import type { Scope } from "@/lib/publication/scopes";

/** Up to so many figures, all regions of a metric are shown at once; above, those with the most figures. */
const FEW_FIGURES = 120;
const CHOSEN_BY_DEFAULT = 5;
const MOST_IN_SERIES = 600;
const PAGE_SIZE = 100;

/** Every metric in use with its counts, by topic and name. */
export function listMetrics(): Promise<readonly MetricRecord[]> {
  return cacheUntilChange("metrics", async () => {
    const [rows, counts, pairs] = await Promise.all([
      db("metric", "topic").metric.findMany({
        where: IN_USE,
        select: { id: true, definition: true, higherIs: true, ...metricSelect },
        orderBy: [{ topic: { position: "asc" } }, { name: "asc" }],
      }),
      db("figure-count").figure.groupBy({
        by: ["metricId"],
        where: PUBLISHED,
        _count: { _all: true },
        _min: { firstDay: true },
        _max: { lastDay: true },
      }),
      db("figure-count").figure.groupBy({ by: ["metricId", "regionId"], where: PUBLISHED }),
    ]);
    const countOf = new Map(counts.map((count) => [count.metricId, count]));
    const regionsOf = groupBy(pairs, (pair) => pair.metricId);
    return rows.map(({ id, ...metric }) => {
      const count = countOf.get(id);
      const [first, last] = [count?._min.firstDay ?? null, count?._max.lastDay ?? null];
      return {
        ...metric,
        figureCount: count?._count._all ?? 0,
        regionCount: regionsOf.get(id)?.length ?? 0,
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

/** Condition that a figure's time touches the years given; figures without a date pass only without a condition. */
export function withinYears(fromYear: number | null, toYear: number | null): Prisma.FigureWhereInput {
  return {
    ...(toYear === null ? {} : { firstDay: { lte: toYear * 10000 + 1231 } }),
    ...(fromYear === null ? {} : { lastDay: { gte: fromYear * 10000 + 101 } }),
  };
}

/** A metric with its figures; null when there is none of that slug. Unknown regions are ignored. */
export async function findMetric(slug: string, query: MetricQuery): Promise<MetricView | null> {
  const metric = await findMetricRecord(slug);
  const ofMetric = db(`metric:${slug}`, `figures-of-metric:${slug}`);
  const row = await ofMetric.metric.findUnique({ where: { slug }, select: { id: true, ...metricSelect } });
  if (!metric || !row) return null;

  const { id: metricId, ...own } = row;
  const counts = await regionsOfMetric(ofMetric, metricId);
  const toOwnFigure = ownFigures(own, counts);
  const asked = counts.filter(({ code }) => query.regions.includes(code));
  const byDefault = metric.figureCount <= FEW_FIGURES ? counts : counts.slice(0, CHOSEN_BY_DEFAULT);
  const chosen = asked.length > 0 ? asked : byDefault;
  const where: Prisma.FigureWhereInput = {
    metricId,
    ...PUBLISHED,
    regionId: { in: chosen.map(({ id }) => id) },
    ...withinYears(query.fromYear, query.toYear),
  };
  const total = await ofMetric.figure.count({ where });
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const number = Math.min(Math.max(1, query.page), pages);
  const [latest, series] = await Promise.all([
    listLatest(ofMetric, metricId),
    ofMetric.figure.findMany({ where, select: ownSelect, orderBy: [...NEWEST_FIRST], take: MOST_IN_SERIES }),
  ]);
  const inPage =
    number * PAGE_SIZE <= MOST_IN_SERIES
      ? series.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE)
      : await ofMetric.figure.findMany({
          where,
          select: ownSelect,
          orderBy: [...NEWEST_FIRST],
          skip: (number - 1) * PAGE_SIZE,
          take: PAGE_SIZE,
        });
  return {
    metric,
    choices: counts.map(({ code, name, figureCount }) => ({ code, name, figureCount })),
    chosen: chosen.map(({ code, name }) => ({ code, name })),
    fromYear: query.fromYear,
    toYear: query.toYear,
    latest: latest.map(toOwnFigure),
    series: series.map(toOwnFigure),
    page: { number, pages, total, figures: inPage.map(toOwnFigure) },
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

/** Regions that have a metric, most figures first. */
async function regionsOfMetric(ofMetric: PrismaClient, metricId: number) {
  const counts = await ofMetric.figure.groupBy({
    by: ["regionId"],
    where: { metricId, ...PUBLISHED },
    _count: { _all: true },
  });
  const rows = await ofMetric.region.findMany({
    where: { id: { in: counts.map(({ regionId }) => regionId) } },
    select: { id: true, ...regionSelect },
  });
  noteReads(rows.map(({ code }): Scope => `region:${code}`));
  const countOf = new Map(counts.map(({ regionId, _count }) => [regionId, _count._all]));
  return rows
    .map((row) => ({ ...row, figureCount: countOf.get(row.id) ?? 0 }))
    .sort((a, b) => b.figureCount - a.figureCount || a.name.localeCompare(b.name, "en"));
}

/**
 * The newest outcome of every region, newest first, one each. The newest days are asked for first and then only the figures
 * of those days, so that the many older figures of a long series are never read.
 */
async function listLatest(ofMetric: PrismaClient, metricId: number): Promise<readonly OwnRow[]> {
  const where = { metricId, ...PUBLISHED, outlook: "outcome" } as const satisfies Prisma.FigureWhereInput;
  const newest = await ofMetric.figure.groupBy({ by: ["regionId"], where, _max: { lastDay: true } });
  const dayOf = new Map(newest.map(({ regionId, _max }) => [regionId, _max.lastDay]));
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
