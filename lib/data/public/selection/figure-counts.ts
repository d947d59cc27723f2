import "server-only";
import { db } from "@/lib/data/db/client";
import {
  all,
  type CorrectedSince,
  conditionOf,
  correctedIn,
  type FigureSelection,
  type FiguresRead,
  isAmong,
} from "@/lib/data/public/selection/figure-selection";
import { yearOf } from "@/lib/dates/edtf";
import type { Figure } from "@/lib/figures/figure";
import type { Extent } from "@/lib/figures/view-models";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Scope } from "@/lib/publication/scopes";

/** How many figures there are, and the first and last of their days (yyyymmdd; null where none of them has one). */
interface FigureCount {
  readonly figures: number;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
}

/** Columns by which figures are counted. */
interface Counted {
  readonly outlook: string;
  readonly metricId: number;
  readonly regionId: number;
  readonly organisationId: number;
  readonly sourceId: number;
}

/** Whether a selection asks only for what the summaries tell apart. */
function isSummed({ wording, fromYear, toYear, fresh, knownOn }: FigureSelection): boolean {
  return wording === null && fromYear === null && toYear === null && fresh === null && knownOn === null;
}

/** The condition of such a selection on rows "f" of the summary of series; of that of sources, where it names one. */
function summedCondition({ metrics, regions, source, organisation, isAboutRegion, outlook }: FigureSelection) {
  return all([
    isAmong(`f."sourceId"`, source === null ? null : [source]),
    isAmong(`f."metricId"`, metrics),
    isAmong(`f."regionId"`, regions),
    isAmong(`f."organisationId"`, isAboutRegion ? [0] : organisation === null ? null : [organisation]),
    outlook === null ? null : Prisma.sql`f."outlook" = ${outlook}`,
  ]);
}

/** Published figures counted by a column: from the summaries where they tell, else one by one. What has none is not there. */
export async function countBy<Column extends keyof Counted>(
  column: Column,
  { selection, shown }: FiguresRead,
): Promise<ReadonlyMap<Counted[Column], FigureCount>> {
  const key = Prisma.raw(`f."${column}"`);
  const days = Prisma.sql`min(f."firstDay") AS "firstDay", max(f."lastDay") AS "lastDay"`;
  const isOfSource = column === "sourceId" || selection.source !== null;
  const query = isSummed(selection)
    ? Prisma.sql`SELECT ${key} AS "key", sum(f."figures") AS "figures", ${days}
        FROM ${Prisma.raw(isOfSource ? `"SourceSummary"` : `"SeriesSummary"`)} f WHERE ${summedCondition(selection)} GROUP BY ${key}`
    : Prisma.sql`SELECT ${key} AS "key", count(*) AS "figures", ${days}
        FROM "Figure" f WHERE ${conditionOf(selection, "index")} GROUP BY ${key}`;
  type Row = { readonly [Part in keyof FigureCount]: FigureCount[Part] | bigint } & {
    readonly key: Counted[Column] | bigint;
  };
  const rows = await db(...shown).$queryRaw<Row[]>(query);
  const counts = new Map<Counted[Column], FigureCount>(
    rows.map(({ key, figures, firstDay, lastDay }) => [
      plain(key) as Counted[Column],
      { figures: Number(figures), firstDay: plain(firstDay), lastDay: plain(lastDay) },
    ]),
  );
  for (const corrected of correctedIn(selection)) {
    for (const key of keysOf(column, corrected)) counts.set(key, withOne(counts.get(key), corrected.figure));
  }
  return counts;
}

function keysOf<Column extends keyof Counted>(column: Column, corrected: CorrectedSince): readonly Counted[Column][] {
  const { outlook } = corrected.figure;
  const { metricId, regionId, organisationId, sourceIds } = corrected;
  const all = { outlook: [outlook], metricId: [metricId], regionId: [regionId], sourceId: sourceIds };
  return { ...all, organisationId: [organisationId ?? 0] }[column] as unknown as readonly Counted[Column][];
}

/** A count with one figure more. */
function withOne(count: FigureCount | undefined, { firstDay, lastDay }: Figure): FigureCount {
  const [first, last] = [count?.firstDay ?? null, count?.lastDay ?? null];
  return {
    figures: (count?.figures ?? 0) + 1,
    firstDay: first === null || firstDay === null ? (first ?? firstDay) : Math.min(first, firstDay),
    lastDay: last === null || lastDay === null ? (last ?? lastDay) : Math.max(last, lastDay),
  };
}

/** Whole numbers as numbers, whichever an engine gives. */
function plain<Value>(value: Value | bigint): Value {
  return typeof value === "bigint" ? (Number(value) as Value) : value;
}

/** Of how many regions each metric has published figures, by internal key. */
export async function countRegions(shown: readonly Scope[]): Promise<ReadonlyMap<number, number>> {
  const rows = await db(...shown).$queryRaw<{ metricId: number; regions: number | bigint }[]>`
    SELECT "metricId", count(DISTINCT "regionId") AS "regions" FROM "SeriesSummary" GROUP BY "metricId"`;
  return new Map(rows.map(({ metricId, regions }) => [metricId, Number(regions)]));
}

/** How many published figures a selection has. */
export async function countFigures(read: FiguresRead): Promise<number> {
  return sumOf(await countBy("outlook", read));
}

const sumOf = (counts: ReadonlyMap<unknown, FigureCount>) =>
  [...counts.values()].reduce((sum, { figures }) => sum + figures, 0);

/** How much there is of a selection, and from which sources: of those of one source, from that. Targets do not stretch the years. */
export async function readExtent(read: FiguresRead): Promise<Extent> {
  const [counts, sources] = await Promise.all([countBy("outlook", read), sourcesOf(read)]);
  const { firstDay, lastDay } = counts.get("outcome") ?? { firstDay: null, lastDay: null };
  const figures = sumOf(counts);
  return {
    figures,
    sources: figures === 0 ? [] : sources,
    years: firstDay === null || lastDay === null ? null : { first: yearOf(firstDay), last: yearOf(lastDay) },
  };
}

/** Keys of the sources of a selection's figures. */
async function sourcesOf({ selection, shown }: FiguresRead): Promise<readonly string[]> {
  const among = (condition: Prisma.Sql) =>
    db(...shown).$queryRaw<{ slug: string }[]>(Prisma.sql`SELECT s."slug" FROM "Source" s WHERE ${condition}`);
  const { source, knownOn } = selection;
  const rows = await among(
    source !== null
      ? Prisma.sql`s."id" = ${source}`
      : isSummed(selection)
        ? Prisma.sql`s."id" IN (SELECT f."sourceId" FROM "SourceSummary" f WHERE ${summedCondition(selection)})`
        : Prisma.sql`EXISTS (SELECT 1 FROM "Citation" c JOIN "Figure" f ON f."id" = c."figureId"
            WHERE c."sourceId" = s."id" AND ${all([conditionOf(selection, "index"), knownOn?.isSourceKnown ?? null])})`,
  );
  // Of one source those are told of, whatever else they cite.
  const corrected = source === null ? correctedIn(selection) : [];
  const cited = corrected.flatMap(({ figure }) => figure.citations.map((citation) => citation.source.slug));
  return [...new Set([...rows.map(({ slug }) => slug), ...cited])];
}
