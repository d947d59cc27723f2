import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import {
  correctedOf,
  endsIn,
  type SeriesAsked,
  selectionOfSeries,
  seriesTable,
} from "@/lib/data/public/compare/series-table";
import { conditionOf } from "@/lib/data/public/selection/figure-selection";
import { readByIds } from "@/lib/data/public/selection/newest-figures";
import type { Figure, Outlook } from "@/lib/figures/figure";
import { groupBy } from "@/lib/figures/group";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Scope } from "@/lib/publication/scopes";

/** Figures of one metric, region (by internal keys) and outlook, about the region itself. */
interface Series {
  readonly metricId: number;
  readonly regionId: number;
  readonly outlook: Outlook;
  readonly figures: number;
}

/** The series that metrics and regions have, with how many figures. */
export async function listSeries(asked: SeriesAsked, shown: readonly Scope[]): Promise<readonly Series[]> {
  if (asked.metrics?.length === 0 || asked.regions?.length === 0) return [];
  const rows = await db(...shown).$queryRaw<(Omit<Series, "figures"> & { figures: number | bigint })[]>`
    SELECT f."metricId", f."regionId", f."outlook", f."figures" FROM ${await seriesTable(asked)}`;
  return rows.map(({ metricId, regionId, outlook, figures }) => ({
    metricId: Number(metricId),
    regionId: Number(regionId),
    outlook,
    figures: Number(figures),
  }));
}

interface FoundRow extends Omit<Series, "figures"> {
  readonly id: number | bigint;
  readonly lastDay: number | bigint | null;
}

interface Found {
  readonly id: number;
  readonly day: number;
}

/** Figures read in one query: SQLite takes 999 values in one. */
const BATCH = 450;
/** Series asked for in one query. */
const BATCH_OF_SERIES = 80;

/** The newest figures of each series, newest first, at most `most` of each, found from the index of each: how many others there are does not matter. */
export async function readNewestOfSeries(
  series: readonly Series[],
  { year, knownOn, most }: Pick<SeriesAsked, "year" | "knownOn"> & { readonly most: number },
  shown: readonly Scope[],
): Promise<readonly Figure[]> {
  const found: Found[] = [];
  for (let start = 0; start < series.length; start += BATCH_OF_SERIES) {
    const some = series.slice(start, start + BATCH_OF_SERIES);
    const parts = some.map(({ metricId, regionId, outlook }) => {
      const own = { ...selectionOfSeries({ metrics: [metricId], regions: [regionId], year, knownOn }), outlook };
      return Prisma.sql`SELECT * FROM (SELECT f."id", f."metricId", f."regionId", f."outlook", f."lastDay" FROM "Figure" f
        ${engine().dialect.bySeries} WHERE ${conditionOf(own, "index")} AND ${endsIn(year)}
        ORDER BY f."lastDay" DESC NULLS LAST, f."id" LIMIT ${most}) s`;
    });
    const rows = await db(...shown).$queryRaw<FoundRow[]>(Prisma.join(parts, " UNION ALL "));
    const rowsOf = groupBy(rows, seriesKey);
    for (const one of some) {
      const corrected = correctedOf({ metrics: [one.metricId], regions: [one.regionId], year, knownOn });
      const own = [
        ...(rowsOf.get(seriesKey(one)) ?? []).map(({ id, lastDay }) => toFound(id, lastDay)),
        ...corrected.flatMap(({ id, figure }) => (figure.outlook === one.outlook ? toFound(id, figure.lastDay) : [])),
      ];
      found.push(...own.sort(newestFirst).slice(0, most));
    }
  }
  const ids = found.sort(newestFirst).map(({ id }) => id);
  const figures: Figure[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    figures.push(...(await readByIds(ids.slice(start, start + BATCH), shown, knownOn)));
  }
  return figures;
}

const seriesKey = ({ metricId, regionId, outlook }: Omit<Series, "figures">) => `${metricId} ${regionId} ${outlook}`;
const toFound = (id: number | bigint, day: number | bigint | null): Found => ({
  id: Number(id),
  day: Number(day ?? 0),
});
const newestFirst = (a: Found, b: Found) => b.day - a.day || a.id - b.id;
