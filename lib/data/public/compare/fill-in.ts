import "server-only";
import { db } from "@/lib/data/db/client";
import { seriesTable } from "@/lib/data/public/compare/series-table";
import type { KnownOn } from "@/lib/data/public/selection/figure-selection";

interface Keys {
  readonly slugs: readonly string[];
  readonly codes: readonly string[];
}

/** Metrics chosen for a reader who named none: few, so that the page is an example and not a catalogue. */
const MOST_FILLED_IN = 3;

/**
 * What was asked for, and for a side that names nothing what fits the other: the regions with most figures of the metrics, or the metrics that
 * most of the regions have. Where neither is named, the metric that most regions have comes first. On a day: as it was known then.
 */
export async function fillIn({ slugs, codes }: Keys, most: number, knownOn: KnownOn | null): Promise<Keys> {
  if (slugs.length > 0 && codes.length > 0) return { slugs, codes };
  if (slugs.length > 0) return { slugs, codes: await regionsOf(slugs, most, knownOn) };
  if (codes.length > 0) return { slugs: await metricsOf(codes, most, knownOn), codes };
  const [first] = await metricsOf(null, 1, knownOn);
  if (first === undefined) return { slugs, codes };
  const own = await regionsOf([first], most, knownOn);
  const others = await metricsOf(own, MOST_FILLED_IN, knownOn);
  return { slugs: [first, ...others.filter((slug) => slug !== first)].slice(0, MOST_FILLED_IN), codes: own };
}

/** Slugs of the metrics that most of some regions have, of equals those with most figures. Null for all regions. */
export async function metricsOf(
  codes: readonly string[] | null,
  most: number,
  knownOn: KnownOn | null,
): Promise<readonly string[]> {
  const regions = codes === null ? null : await regionIds(codes);
  const rows = await db("figure-count", "metric").$queryRaw<{ slug: string }[]>`
    SELECT m."slug" FROM ${await seriesTable({ metrics: null, regions, year: null, knownOn })} JOIN "Metric" m ON m."id" = f."metricId"
    GROUP BY m."id", m."slug" ORDER BY count(DISTINCT f."regionId") DESC, sum(f."figures") DESC, m."slug" LIMIT ${most}`;
  return rows.map(({ slug }) => slug);
}

/** Codes of the regions that most of some metrics have, of equals those with most figures. */
async function regionsOf(slugs: readonly string[], most: number, knownOn: KnownOn | null): Promise<readonly string[]> {
  const metrics = await metricIds(slugs);
  const rows = await db("figure-count", "region").$queryRaw<{ code: string }[]>`
    SELECT r."code" FROM ${await seriesTable({ metrics, regions: null, year: null, knownOn })} JOIN "Region" r ON r."id" = f."regionId"
    GROUP BY r."id", r."code" ORDER BY count(DISTINCT f."metricId") DESC, sum(f."figures") DESC, r."code" LIMIT ${most}`;
  return rows.map(({ code }) => code);
}

async function metricIds(slugs: readonly string[]): Promise<readonly number[]> {
  const rows = await db("metric").metric.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

async function regionIds(codes: readonly string[]): Promise<readonly number[]> {
  const rows = await db("region").region.findMany({ where: { code: { in: [...codes] } }, select: { id: true } });
  return rows.map(({ id }) => id);
}
