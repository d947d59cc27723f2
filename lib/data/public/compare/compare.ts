import "server-only";
import { db } from "@/lib/data/db/client";
import { withClaims } from "@/lib/data/public/claims";
import { fillIn } from "@/lib/data/public/compare/fill-in";
import { listSeries, readNewestOfSeries } from "@/lib/data/public/compare/newest-of-series";
import { namesOf, offered, spanOf } from "@/lib/data/public/compare/offered";
import { metricSelect, regionSelect } from "@/lib/data/public/figure-row";
import { listMetrics } from "@/lib/data/public/metrics";
import { listRegions } from "@/lib/data/public/regions";
import { countBy } from "@/lib/data/public/selection/figure-counts";
import { EVERY_FIGURE, type KnownOn } from "@/lib/data/public/selection/figure-selection";
import type { CompareView, NotShown } from "@/lib/figures/compare/compare-view";
import { groupBy } from "@/lib/figures/group";
import { type Scope, seriesScope } from "@/lib/publication/scopes";

/** Metrics, and regions, that are compared at once. */
export const MOST_COMPARED = 6;
/** Newest outcomes, and newest targets, of each metric in each region. */
const MOST_IN_CELL = 40;
/** As many in all: where many are compared, each is given its share. */
const MOST_IN_ALL = 360;

/** What to compare: slugs and codes, in the order asked for. */
export interface CompareQuery {
  readonly metrics: readonly string[];
  readonly regions: readonly string[];
  readonly year: number | null;
}

/**
 * Metrics beside regions, at most six by six, as they were known on a day where one is given. What the address leaves open is filled in with
 * what has most in common.
 */
export async function readCompare(query: CompareQuery, knownOn: KnownOn | null = null): Promise<CompareView> {
  const [allMetrics, allRegions] = await Promise.all([listMetrics(), listRegions()]);
  const { metricThen, regionThen } = namesOf(knownOn);
  const metricsWithFigures = allMetrics.filter(({ figureCount }) => figureCount > 0);
  const regionsWithFigures = allRegions.filter(({ figureCount }) => figureCount > 0);
  const asked = {
    metrics: chosen(query.metrics, allMetrics.map(metricThen), ({ slug }) => slug),
    regions: chosen(query.regions, allRegions.map(regionThen), ({ code }) => code),
  };
  const slugs = asked.metrics.shown.map(({ slug }) => slug);
  const codes = asked.regions.shown.map(({ code }) => code);
  const keys = await fillIn({ slugs, codes }, MOST_COMPARED, knownOn);
  const shown: readonly Scope[] = [
    ...keys.slugs.flatMap((slug) => [
      `metric:${slug}` as const,
      ...keys.codes.map((code) => seriesScope(slug, code, null)),
    ]),
    ...keys.codes.map((code): Scope => `region:${code}`),
  ];
  const [metricRows, regionRows] = await Promise.all([
    db(...shown).metric.findMany({ where: { slug: { in: [...keys.slugs] } }, select: { id: true, ...metricSelect } }),
    db(...shown).region.findMany({ where: { code: { in: [...keys.codes] } }, select: { id: true, ...regionSelect } }),
  ]);
  const metrics = inOrder(metricRows, keys.slugs, ({ slug }) => slug);
  const regions = inOrder(regionRows, keys.codes, ({ code }) => code);
  const { year } = query;
  const ids = metrics.map(({ id }) => id);
  const series = await listSeries({ metrics: ids, regions: regions.map(({ id }) => id), year, knownOn }, shown);
  const share = Math.floor(MOST_IN_ALL / (metrics.length * regions.length));
  const read = await readNewestOfSeries(series, { year, knownOn, most: Math.min(MOST_IN_CELL, share) }, shown);
  const figures = await withClaims(read, knownOn);
  const figuresOf = groupBy(figures, ({ metric, region }) => `${metric.slug} ${region.code}`);
  const countOf = (metricId: number, regionId: number, outlook: string) =>
    series.find((own) => own.metricId === metricId && own.regionId === regionId && own.outlook === outlook)?.figures ??
    0;
  const counts = await countBy("metricId", {
    selection: { ...EVERY_FIGURE, metrics: ids, knownOn },
    shown: ["figure-count"],
  });
  return {
    asOf: knownOn?.date ?? null,
    metrics: metrics.map(({ id: _, ...metric }) => metricThen(metric)),
    regions: regions.map(({ id: _, ...region }) => regionThen(region)),
    cells: metrics.flatMap((metric) =>
      regions.map((region) => ({
        metric: metric.slug,
        region: region.code,
        outcomes: countOf(metric.id, region.id, "outcome"),
        targets: countOf(metric.id, region.id, "target"),
        figures: figuresOf.get(`${metric.slug} ${region.code}`) ?? [],
      })),
    ),
    year,
    isFilledIn: { metrics: slugs.length === 0, regions: codes.length === 0 },
    notShown: { metrics: asked.metrics.notShown, regions: asked.regions.notShown },
    offered: {
      metrics: offered(metricsWithFigures.map(metricThen), ({ slug }) => keys.slugs.includes(slug)),
      regions: offered(regionsWithFigures.map(regionThen), ({ code }) => keys.codes.includes(code)),
    },
    years: spanOf([...counts.values()]),
  };
}

/** The first of those that keys name, in any case, and what becomes of the others. */
function chosen<Item extends { readonly name: string }>(
  keys: readonly string[],
  all: readonly Item[],
  keyOf: (item: Item) => string,
): { readonly shown: readonly Item[]; readonly notShown: NotShown } {
  const byKey = new Map(all.map((item) => [keyOf(item).toLowerCase(), item]));
  const found = [...new Set(keys.flatMap((key) => byKey.get(key.toLowerCase()) ?? []))];
  return {
    shown: found.slice(0, MOST_COMPARED),
    notShown: {
      beyond: found.slice(MOST_COMPARED).map(({ name }) => name),
      unknown: keys.filter((key) => !byKey.has(key.toLowerCase())),
    },
  };
}

function inOrder<Row>(rows: readonly Row[], keys: readonly string[], keyOf: (row: Row) => string): readonly Row[] {
  const rowOf = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.flatMap((key) => rowOf.get(key) ?? []);
}
