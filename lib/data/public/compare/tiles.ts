import "server-only";
import { db } from "@/lib/data/db/client";
import { withClaims } from "@/lib/data/public/claims";
import { metricsOf } from "@/lib/data/public/compare/fill-in";
import { listSeries, readNewestOfSeries } from "@/lib/data/public/compare/newest-of-series";
import { namesOf, offered, spanOf } from "@/lib/data/public/compare/offered";
import { seriesTable } from "@/lib/data/public/compare/series-table";
import { metricSelect } from "@/lib/data/public/figure-row";
import { listMetrics } from "@/lib/data/public/metrics";
import { listRegions } from "@/lib/data/public/regions";
import { countBy } from "@/lib/data/public/selection/figure-counts";
import { EVERY_FIGURE, type KnownOn } from "@/lib/data/public/selection/figure-selection";
import type { TileView } from "@/lib/figures/compare/tile-view";
import { groupBy } from "@/lib/figures/group";
import type { RegionRecord } from "@/lib/figures/view-models";
import type { Scope } from "@/lib/publication/scopes";

/** Regions on one map; of more, those with figures of the metric, the most first. */
const MOST_TILES = 100;
/** Newest outcomes of each region: enough for all claims of its newest time. */
const MOST_IN_TILE = 10;
/** Regions of a metric from which on it is offered. */
const FEWEST_REGIONS = 3;

interface Asked {
  readonly metric: string | null;
  /** Code of a region; null for where most of the metric's regions lie, "" for the countries. */
  readonly within: string | null;
  readonly year: number | null;
}

/**
 * Regions with the newest outcomes of a metric, as they were known on a day where one is given; what is not asked for is where most regions
 * have figures. Null where no metric has any.
 */
export async function readTiles(asked: Asked, knownOn: KnownOn | null = null): Promise<TileView | null> {
  const { metricThen, regionThen } = namesOf(knownOn);
  const [metrics, regions] = [(await listMetrics()).map(metricThen), (await listRegions()).map(regionThen)];
  const named = metrics.find(({ slug }) => slug === asked.metric);
  const [first = ""] = named === undefined ? await metricsOf(null, 1, knownOn) : [];
  const record = named ?? metrics.find(({ slug }) => slug === first);
  if (record === undefined || (record.figureCount === 0 && knownOn === null)) return null;
  const shown: readonly Scope[] = [`metric:${record.slug}`, `figures-of-metric:${record.slug}`, "region"];
  const { id: metricId, ...metric } = await db(...shown).metric.findUniqueOrThrow({
    where: { slug: record.slug },
    select: { id: true, ...metricSelect },
  });
  const counts = await countsOf(metricId, knownOn, shown);
  const parents = [
    ...groupBy(
      regions.filter(({ code }) => counts.has(code)),
      ({ parentCode }) => parentCode,
    ),
  ]
    .map(([code, own]) => ({ code, regions: own.length }))
    .sort((a, b) => b.regions - a.regions);
  const known = asked.within === null ? undefined : regions.find(({ code }) => sameCode(code, asked.within));
  const within = known?.code ?? (asked.within === "" ? null : (parents[0]?.code ?? null));
  const all = regions.filter(({ parentCode }) => parentCode === within);
  const kept = mostFigures(all, counts);
  const idOf = new Map([...counts].map(([code, { id }]) => [code, id]));
  const ids = kept.flatMap(({ code }) => idOf.get(code) ?? []);
  const { year } = asked;
  const series = await listSeries({ metrics: [metricId], regions: ids, year, knownOn }, shown);
  const outcomes = series.filter(({ outlook }) => outlook === "outcome");
  const newest = await readNewestOfSeries(outcomes, { year, knownOn, most: MOST_IN_TILE }, shown);
  const figures = await withClaims(newest, knownOn);
  const figuresOf = groupBy(figures, ({ region }) => region.code);
  const targetsOf = new Map(
    series.filter(({ outlook }) => outlook === "target").map(({ regionId, figures: count }) => [regionId, count]),
  );
  const refOf = (code: string | null) => {
    const region = regions.find((candidate) => candidate.code === code);
    return region ? { code: region.code, name: region.name } : null;
  };
  const span = await countBy("metricId", {
    selection: { ...EVERY_FIGURE, metrics: [metricId], knownOn },
    shown: ["figure-count"],
  });
  return {
    asOf: knownOn?.date ?? null,
    metric: metricThen(metric),
    within: refOf(within),
    regions: {
      items: kept.map(({ code, name }) => ({
        code,
        name,
        figures: figuresOf.get(code) ?? [],
        targets: targetsOf.get(idOf.get(code) ?? 0) ?? 0,
      })),
      total: all.length,
    },
    year,
    unknown: {
      metric: asked.metric !== null && named === undefined ? asked.metric : null,
      within: asked.within !== null && asked.within !== "" && known === undefined ? asked.within : null,
    },
    metrics: offered(
      metrics.filter(({ slug, regionCount }) => regionCount >= FEWEST_REGIONS || slug === record.slug),
      ({ slug }) => slug === record.slug,
    ),
    elsewhere: parents.map(({ code, regions: count }) => ({ region: refOf(code), regions: count })),
    years: spanOf([...span.values()]),
  };
}

const sameCode = (code: string, asked: string | null) => code.toLowerCase() === asked?.toLowerCase();

/** How many figures of a metric each region has, by its code, with its internal key. */
async function countsOf(metricId: number, knownOn: KnownOn | null, shown: readonly Scope[]) {
  const rows = await db(...shown).$queryRaw<{ code: string; id: number | bigint; figures: number | bigint }[]>`
    SELECT r."code", r."id", sum(f."figures") AS "figures"
    FROM ${await seriesTable({ metrics: [metricId], regions: null, year: null, knownOn })} JOIN "Region" r ON r."id" = f."regionId"
    GROUP BY r."code", r."id"`;
  return new Map(rows.map(({ code, id, figures }) => [code, { id: Number(id), figures: Number(figures) }]));
}

/** As many regions as a map takes: of more, those with most figures, in their own order. */
function mostFigures(
  all: readonly RegionRecord[],
  counts: ReadonlyMap<string, { readonly figures: number }>,
): readonly RegionRecord[] {
  if (all.length <= MOST_TILES) return all;
  const countOf = ({ code }: RegionRecord) => counts.get(code)?.figures ?? 0;
  const kept = new Set([...all].sort((a, b) => countOf(b) - countOf(a)).slice(0, MOST_TILES));
  return all.filter((region) => kept.has(region));
}
