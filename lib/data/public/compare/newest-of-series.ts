import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { conditionOf, EVERY_FIGURE, isAmong } from "@/lib/data/public/selection/figure-selection";
import { readByIds } from "@/lib/data/public/selection/newest-figures";
import type { Figure, Outlook } from "@/lib/figures/figure";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Scope } from "@/lib/publication/scopes";

/** Figures of one metric, region (by internal keys) and outlook, about the region itself. */
export interface Series {
  readonly metricId: number;
  readonly regionId: number;
  readonly outlook: Outlook;
  readonly figures: number;
}

interface Asked {
  readonly metrics: readonly number[];
  readonly regions: readonly number[];
  /** The year in which their time ends; null for any. */
  readonly year: number | null;
}

/** The series that metrics and regions have, with how many figures: from the summaries, or counted where a year is asked for. */
export async function listSeries(
  { metrics, regions, year }: Asked,
  shown: readonly Scope[],
): Promise<readonly Series[]> {
  if (metrics.length === 0 || regions.length === 0) return [];
  const among = Prisma.sql`${isAmong(`f."metricId"`, metrics)} AND ${isAmong(`f."regionId"`, regions)}`;
  const rows = await db(...shown).$queryRaw<(Omit<Series, "figures"> & { figures: number | bigint })[]>(
    year === null
      ? Prisma.sql`SELECT f."metricId", f."regionId", f."outlook", f."figures" FROM "SeriesSummary" f
          WHERE ${among} AND f."organisationId" = 0`
      : Prisma.sql`SELECT f."metricId", f."regionId", f."outlook", count(*) AS "figures" FROM "Figure" f ${engine().dialect.bySeries}
          WHERE ${among} AND f."status" = 'published' AND f."organisationId" IS NULL AND ${endsIn(year)} GROUP BY 1, 2, 3`,
  );
  return rows.map((row) => ({
    metricId: Number(row.metricId),
    regionId: Number(row.regionId),
    outlook: row.outlook,
    figures: Number(row.figures),
  }));
}

interface NewestRow {
  readonly id: number | bigint;
  readonly lastDay: number | bigint | null;
}

/** Figures read in one query: SQLite takes 999 values in one. */
const BATCH = 450;

/** The newest figures of each series, newest first, at most `most` of each, found from the index of each: how many others there are does not matter. */
export async function readNewestOfSeries(
  series: readonly Series[],
  { year, most }: Pick<Asked, "year"> & { readonly most: number },
  shown: readonly Scope[],
): Promise<readonly Figure[]> {
  const found: { readonly id: number; readonly day: number }[] = [];
  for (let start = 0; start < series.length; start += BATCH_OF_SERIES) {
    const parts = series.slice(start, start + BATCH_OF_SERIES).map(({ metricId, regionId, outlook }) => {
      const own = { ...EVERY_FIGURE, metrics: [metricId], regions: [regionId], isAboutRegion: true, outlook };
      return Prisma.sql`SELECT * FROM (SELECT f."id", f."lastDay" FROM "Figure" f ${engine().dialect.bySeries}
        WHERE ${conditionOf(own, "index")}${year === null ? Prisma.empty : Prisma.sql` AND ${endsIn(year)}`}
        ORDER BY f."lastDay" DESC NULLS LAST, f."id" LIMIT ${most}) s`;
    });
    const rows = await db(...shown).$queryRaw<NewestRow[]>(Prisma.join(parts, " UNION ALL "));
    found.push(...rows.map(({ id, lastDay }) => ({ id: Number(id), day: Number(lastDay ?? 0) })));
  }
  const ids = found.sort((a, b) => b.day - a.day || a.id - b.id).map(({ id }) => id);
  const figures: Figure[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    figures.push(...(await readByIds(ids.slice(start, start + BATCH), shown)));
  }
  return figures;
}

/** Series asked for in one query. */
const BATCH_OF_SERIES = 80;

function endsIn(year: number): Prisma.Sql {
  return Prisma.sql`f."lastDay" BETWEEN ${year * 10_000} AND ${year * 10_000 + 1231}`;
}
