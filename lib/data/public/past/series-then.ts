import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import type { KnownOn } from "@/lib/data/public/selection/figure-selection";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import type { Outlook } from "@/lib/figures/figure";
import { Prisma } from "@/lib/generated/prisma/client";
import { readingOnly } from "@/lib/publication/reads";

/** A series by internal keys (0: about the region itself): how many figures of it were known on a day, and their first and last day (yyyymmdd). */
export interface SeriesThen {
  readonly metricId: number;
  readonly regionId: number;
  readonly organisationId: number;
  readonly outlook: Outlook;
  readonly figures: number;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
}

type Row = { readonly [Part in keyof Omit<SeriesThen, "outlook">]: SeriesThen[Part] | bigint } & {
  readonly outlook: Outlook;
};

/** Up to so many figures are looked up series by series; of more, all there are are gone through. */
const FEW = 50_000;

/**
 * All series of a day, without what was corrected since: from the summaries where all figures of a series were known, else counted one by one.
 * Those of one day are kept in memory. The caller notes what it shows of them.
 */
export function readSeriesThen(knownOn: KnownOn): Promise<readonly SeriesThen[]> {
  return readingOnly([], () => cacheUntilChange("series on a day", () => read(knownOn), knownOn.date));
}

const shown = () => db("figures-of-metric", "corrections", "source");

async function read(knownOn: KnownOn): Promise<readonly SeriesThen[]> {
  const rows = await shown().$queryRaw<(Row & { readonly unsure: unknown })[]>`
    SELECT f."metricId", f."regionId", f."organisationId", f."outlook", f."figures", f."firstDay", f."lastDay",
      ${knownOn.isUnsure} AS "unsure" FROM "SeriesSummary" f`;
  const sure = rows.filter(({ unsure }) => !Number(unsure)).map(toSeries);
  const unsure = rows.filter(({ unsure }) => Number(unsure)).map(toSeries);
  if (unsure.length === 0) return sure;
  const keys = new Set(unsure.map(keyOf));
  const counted = (await count(unsure, knownOn)).map(toSeries);
  return [...sure, ...counted.filter((series) => keys.has(keyOf(series)))];
}

/** Figures of these series, and perhaps of others, that were known on a day, one by one. */
function count(series: readonly SeriesThen[], { condition }: KnownOn): Promise<readonly Row[]> {
  const { list, cell, orderedJoin, byKey } = engine().dialect;
  const places = new Map(series.map(({ metricId, regionId }) => [`${metricId} ${regionId}`, [metricId, regionId]]));
  const [metric, region] = [Prisma.raw(cell(0, "metricId")), Prisma.raw(cell(1, "regionId"))];
  const isFew = series.reduce((sum, { figures }) => sum + figures, 0) <= FEW;
  const from = isFew
    ? Prisma.sql`${list(JSON.stringify([...places.values()]))} ${orderedJoin} "Figure" f ON f."metricId" = ${metric} AND f."regionId" = ${region}`
    : Prisma.sql`"Figure" f ${byKey}`;
  return shown().$queryRaw<Row[]>`
    SELECT f."metricId", f."regionId", coalesce(f."organisationId", 0) AS "organisationId", f."outlook", count(*) AS "figures",
      min(f."firstDay") AS "firstDay", max(f."lastDay") AS "lastDay"
    FROM ${from} WHERE f."status" = 'published' AND ${condition} GROUP BY 1, 2, 3, 4`;
}

const keyOf = ({ metricId, regionId, organisationId, outlook }: SeriesThen) =>
  `${metricId} ${regionId} ${organisationId} ${outlook}`;

function toSeries({ outlook, firstDay, lastDay, ...row }: Row): SeriesThen {
  return {
    metricId: Number(row.metricId),
    regionId: Number(row.regionId),
    organisationId: Number(row.organisationId),
    outlook,
    figures: Number(row.figures),
    firstDay: firstDay === null ? null : Number(firstDay),
    lastDay: lastDay === null ? null : Number(lastDay),
  };
}
