import "server-only";
import { db } from "@/lib/data/db/client";
import { isAmong } from "@/lib/data/public/selection/figure-selection";
import { Prisma } from "@/lib/generated/prisma/client";

interface Keys {
  readonly slugs: readonly string[];
  readonly codes: readonly string[];
}

/** Metrics chosen for a reader who named none: few, so that the page is an example and not a catalogue. */
const MOST_FILLED_IN = 3;

/**
 * What was asked for, and for a side that names nothing what fits the other: the regions with most figures of the metrics, or the metrics that
 * most of the regions have. Where neither is named, the metric that most regions have comes first.
 */
export async function fillIn({ slugs, codes }: Keys, most: number): Promise<Keys> {
  if (slugs.length > 0 && codes.length > 0) return { slugs, codes };
  if (slugs.length > 0) return { slugs, codes: await regionsOf(slugs, most) };
  if (codes.length > 0) return { slugs: await metricsOf(codes, most), codes };
  const [first] = await metricsOf(null, 1);
  if (first === undefined) return { slugs, codes };
  const own = await regionsOf([first], most);
  const others = await metricsOf(own, MOST_FILLED_IN);
  return { slugs: [first, ...others.filter((slug) => slug !== first)].slice(0, MOST_FILLED_IN), codes: own };
}

/** Slugs of the metrics that most of some regions have, of equals those with most figures. Null for all regions. */
async function metricsOf(codes: readonly string[] | null, most: number): Promise<readonly string[]> {
  const regions = codes === null ? null : await regionIds(codes);
  const rows = await db("figure-count", "metric").$queryRaw<{ slug: string }[]>(
    Prisma.sql`SELECT m."slug" FROM "SeriesSummary" f JOIN "Metric" m ON m."id" = f."metricId"
      WHERE f."organisationId" = 0 AND ${isAmong(`f."regionId"`, regions) ?? Prisma.sql`TRUE`}
      GROUP BY m."id", m."slug" ORDER BY count(DISTINCT f."regionId") DESC, sum(f."figures") DESC, m."slug" LIMIT ${most}`,
  );
  return rows.map(({ slug }) => slug);
}

/** Codes of the regions that most of some metrics have, of equals those with most figures. */
async function regionsOf(slugs: readonly string[], most: number): Promise<readonly string[]> {
  const metrics = await metricIds(slugs);
  const rows = await db("figure-count", "region").$queryRaw<{ code: string }[]>(
    Prisma.sql`SELECT r."code" FROM "SeriesSummary" f JOIN "Region" r ON r."id" = f."regionId"
      WHERE f."organisationId" = 0 AND ${isAmong(`f."metricId"`, metrics) ?? Prisma.sql`TRUE`}
      GROUP BY r."id", r."code" ORDER BY count(DISTINCT f."metricId") DESC, sum(f."figures") DESC, r."code" LIMIT ${most}`,
  );
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
