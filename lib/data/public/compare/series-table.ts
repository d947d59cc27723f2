import "server-only";
import { engine } from "@/lib/data/db/engines";
import { readSeriesThen } from "@/lib/data/public/past/series-then";
import { seriesIn } from "@/lib/data/public/selection/figure-counts";
import {
  all,
  conditionOf,
  correctedIn,
  EVERY_FIGURE,
  isAmong,
  type KnownOn,
} from "@/lib/data/public/selection/figure-selection";
import { yearOf } from "@/lib/dates/edtf";
import { groupBy } from "@/lib/figures/group";
import { Prisma } from "@/lib/generated/prisma/client";

/** Which figures about regions themselves are compared: of metrics and regions by internal keys, null for all of them. */
export interface SeriesAsked {
  readonly metrics: readonly number[] | null;
  readonly regions: readonly number[] | null;
  /** The year in which their time ends; null for any. */
  readonly year: number | null;
  /** Those known on a day, as they were; null for today. */
  readonly knownOn: KnownOn | null;
}

/** The same as a selection of figures, but for the year. */
export function selectionOfSeries({ metrics, regions, knownOn }: SeriesAsked) {
  return { ...EVERY_FIGURE, metrics, regions, isAboutRegion: true, knownOn };
}

/** Whether the time of figures "f" ends in a year; true for any where none is asked. */
export function endsIn(year: number | null): Prisma.Sql {
  return year === null
    ? Prisma.sql`TRUE`
    : Prisma.sql`f."lastDay" BETWEEN ${year * 10_000} AND ${year * 10_000 + 1231}`;
}

/** Figures corrected since the day that is asked for, as they were. */
export function correctedOf(asked: SeriesAsked) {
  const { year } = asked;
  return correctedIn(selectionOfSeries(asked)).filter(
    ({ figure: { lastDay } }) => year === null || (lastDay !== null && yearOf(lastDay) === year),
  );
}

/**
 * A table "f" of how many "figures" each "metricId", "regionId" and "outlook" has: from the summaries, from the series of a day, or counted
 * where a year is asked for.
 */
export async function seriesTable(asked: SeriesAsked): Promise<Prisma.Sql> {
  const { metrics, regions, year, knownOn } = asked;
  if (year === null && knownOn === null) {
    const named = all([isAmong(`f."metricId"`, metrics), isAmong(`f."regionId"`, regions)]);
    return Prisma.sql`(SELECT f."metricId", f."regionId", f."outlook", f."figures" FROM "SeriesSummary" f
      WHERE f."organisationId" = 0 AND ${named}) f`;
  }
  const { bySeries, byKey, list, cell } = engine().dialect;
  const isAll = metrics === null && regions === null;
  const way = isAll ? byKey : metrics === null || regions === null ? Prisma.empty : bySeries;
  const corrected = groupBy(correctedOf(asked), (one) => `${one.metricId} ${one.regionId} ${one.figure.outlook}`);
  const more = [...corrected.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : Prisma.sql`(CAST(${first.metricId} AS INTEGER), CAST(${first.regionId} AS INTEGER), CAST(${first.figure.outlook} AS TEXT), CAST(${others.length + 1} AS INTEGER))`,
  );
  const counted =
    year === null && knownOn !== null
      ? Prisma.sql`SELECT ${Prisma.raw(SERIES.map((name, at) => `CAST(${cell(at, name)} AS ${name === "outlook" ? "TEXT" : "INTEGER"}) AS "${name}"`).join(", "))}
          FROM ${list(JSON.stringify(await knownSeries(asked, knownOn)))}`
      : Prisma.sql`SELECT f."metricId", f."regionId", f."outlook", count(*) AS "figures" FROM "Figure" f ${way}
          WHERE ${conditionOf(selectionOfSeries(asked), "index")} AND ${endsIn(year)} GROUP BY 1, 2, 3`;
  return Prisma.sql`(SELECT c."metricId", c."regionId", c."outlook", sum(c."figures") AS "figures" FROM (
      ${counted}
      ${more.length === 0 ? Prisma.empty : Prisma.sql`UNION ALL VALUES ${Prisma.join(more)}`}
    ) c GROUP BY 1, 2, 3) f`;
}

const SERIES = ["metricId", "regionId", "outlook", "figures"] as const;

async function knownSeries(asked: SeriesAsked, knownOn: KnownOn) {
  const series = seriesIn(selectionOfSeries(asked), await readSeriesThen(knownOn));
  return series.map((one) => SERIES.map((name) => one[name]));
}
