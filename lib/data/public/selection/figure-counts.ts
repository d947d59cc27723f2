import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { readSeriesThen, type SeriesThen } from "@/lib/data/public/past/series-then";
import {
  all,
  type CorrectedSince,
  conditionOf,
  correctedIn,
  EVERY_FIGURE,
  type FigureSelection,
  type FiguresRead,
  isAmong,
} from "@/lib/data/public/selection/figure-selection";
import { cacheUntilChange } from "@/lib/data/revisions/revision-cache";
import { yearOf } from "@/lib/dates/edtf";
import type { Extent } from "@/lib/figures/view-models";
import { Prisma } from "@/lib/generated/prisma/client";
import { noteReads } from "@/lib/publication/reads";
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

/** Up to so many figures are looked up by an index; of more, all there are are gone through. */
export const FEW = 50_000;

/** The selection, or more, that is counted at once. */
export const summed = (selection: FigureSelection): FigureSelection => ({
  ...selection,
  wording: null,
  fromYear: null,
  toYear: null,
  fresh: null,
  knownOn: null,
});

/** Whether a selection asks only for what the summaries tell apart. */
export function isCounted({ wording, fromYear, toYear, fresh, knownOn }: FigureSelection): boolean {
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

/** Whether a selection asks for every published figure, or for all of one outlook. */
function isEvery({ outlook: _, ...asked }: FigureSelection): boolean {
  return Object.entries(asked).every(([part, value]) => value === EVERY_FIGURE[part as keyof typeof asked]);
}

/** Published figures counted by a column: from the summaries where they tell, else one by one. What has none is not there. */
export async function countBy<Column extends keyof Counted>(
  column: Column,
  read: FiguresRead,
): Promise<ReadonlyMap<Counted[Column], FigureCount>> {
  if (column !== "outlook" || !isEvery(read.selection)) return countRows(column, read);
  // All summaries are gone through for it, and many ask.
  const every = () => countRows(column, { selection: EVERY_FIGURE, shown: ["figure-count"] });
  const counts = await cacheUntilChange("every figure by outlook", every);
  const { outlook } = read.selection;
  return outlook === null ? counts : new Map([...counts].filter(([key]) => key === outlook));
}

async function countRows<Column extends keyof Counted>(
  column: Column,
  { selection, shown }: FiguresRead,
): Promise<ReadonlyMap<Counted[Column], FigureCount>> {
  const key = Prisma.raw(`f."${column}"`);
  const days = Prisma.sql`min(f."firstDay") AS "firstDay", max(f."lastDay") AS "lastDay"`;
  const isOfSource = column === "sourceId" || selection.source !== null;
  const { knownOn } = selection;
  if (knownOn !== null && !isOfSource && isCounted({ ...selection, knownOn: null })) {
    noteReads(shown);
    return withCorrected(column, selection, countSeries(column, selection, await readSeriesThen(knownOn)));
  }
  const query = isCounted(selection)
    ? Prisma.sql`SELECT ${key} AS "key", sum(f."figures") AS "figures", ${days}
        FROM ${Prisma.raw(isOfSource ? `"SourceSummary"` : `"SeriesSummary"`)} f WHERE ${summedCondition(selection)} GROUP BY ${key}`
    : Prisma.sql`SELECT ${key} AS "key", count(*) AS "figures", ${days}
        FROM "Figure" f ${await wayOf({ selection, shown })} WHERE ${conditionOf(selection, "index")} GROUP BY ${key}`;
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
  return withCorrected(column, selection, counts);
}

/** Series of a day counted by a column. */
function countSeries<Column extends keyof Counted>(
  column: Column,
  selection: FigureSelection,
  series: readonly SeriesThen[],
): Map<Counted[Column], FigureCount> {
  const counts = new Map<Counted[Column], FigureCount>();
  for (const one of seriesIn(selection, series)) {
    const key = one[column as keyof SeriesThen] as Counted[Column];
    counts.set(key, sumOfTwo(counts.get(key), one));
  }
  return counts;
}

/** The series that a selection asks for, of which the summaries tell apart all. */
export function seriesIn(selection: FigureSelection, series: readonly SeriesThen[]): readonly SeriesThen[] {
  const { organisation, isAboutRegion, outlook } = selection;
  const [metrics, regions] = [
    selection.metrics && new Set(selection.metrics),
    selection.regions && new Set(selection.regions),
  ];
  return series.filter(
    (one) =>
      (metrics === null || metrics.has(one.metricId)) &&
      (regions === null || regions.has(one.regionId)) &&
      (organisation === null || organisation === one.organisationId) &&
      (!isAboutRegion || one.organisationId === 0) &&
      (outlook === null || outlook === one.outlook),
  );
}

/** Counts with the figures corrected since the day of a selection, as they were. */
function withCorrected<Column extends keyof Counted>(
  column: Column,
  selection: FigureSelection,
  counts: Map<Counted[Column], FigureCount>,
): ReadonlyMap<Counted[Column], FigureCount> {
  for (const corrected of correctedIn(selection)) {
    const { firstDay, lastDay } = corrected.figure;
    for (const key of keysOf(column, corrected)) {
      counts.set(key, sumOfTwo(counts.get(key), { figures: 1, firstDay, lastDay }));
    }
  }
  return counts;
}

/** How figures that were known on a day are gone through where they are many: their rows have to be read, which in the order of their keys takes a fifth of the time. */
async function wayOf({ selection, shown }: FiguresRead): Promise<Prisma.Sql> {
  if (selection.knownOn === null) return Prisma.empty;
  const most = sumOf(await countBy("outlook", { selection: summed(selection), shown }));
  return most > FEW ? engine().dialect.byKey : Prisma.empty;
}

function keysOf<Column extends keyof Counted>(column: Column, corrected: CorrectedSince): readonly Counted[Column][] {
  const { outlook } = corrected.figure;
  const { metricId, regionId, organisationId, sourceIds } = corrected;
  const all = { outlook: [outlook], metricId: [metricId], regionId: [regionId], sourceId: sourceIds };
  return { ...all, organisationId: [organisationId ?? 0] }[column] as unknown as readonly Counted[Column][];
}

/** A count with another one. */
function sumOfTwo(count: FigureCount | undefined, { figures, firstDay, lastDay }: FigureCount): FigureCount {
  const [first, last] = [count?.firstDay ?? null, count?.lastDay ?? null];
  return {
    figures: (count?.figures ?? 0) + figures,
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

/** Whether there are more published figures than so many: each series has at least one, so that no more of them are looked at. */
export async function hasMoreFigures(than: number, shown: readonly Scope[]): Promise<boolean> {
  const [row] = await db(...shown).$queryRaw<{ figures: number | bigint | null }[]>`
    SELECT sum(f."figures") AS "figures" FROM (SELECT "figures" FROM "SeriesSummary" LIMIT ${than + 1}) f`;
  return Number(row?.figures ?? 0) > than;
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

/** Whether a source in row "s" is cited for a figure of a selection: looked for in the series that the source has, so that the first one is met soon. */
function hasOne(selection: FigureSelection): Prisma.Sql {
  const { orderedJoin } = engine().dialect;
  const { metrics, regions, knownOn } = selection;
  const conditions = [
    Prisma.sql`u."sourceId" = s."id"`,
    isAmong(`u."metricId"`, metrics),
    isAmong(`u."regionId"`, regions),
    conditionOf(selection, "scan"),
    knownOn?.isSourceKnown ?? null,
  ];
  return Prisma.sql`EXISTS (SELECT 1 FROM "SourceSummary" u
    ${orderedJoin} "Figure" f ON f."metricId" = u."metricId" AND f."regionId" = u."regionId"
    ${orderedJoin} "Citation" c ON c."figureId" = f."id" AND c."sourceId" = s."id" WHERE ${all(conditions)})`;
}

/** Keys of the sources of a selection's figures. */
async function sourcesOf({ selection, shown }: FiguresRead): Promise<readonly string[]> {
  const among = (condition: Prisma.Sql) =>
    db(...shown).$queryRaw<{ slug: string }[]>(Prisma.sql`SELECT s."slug" FROM "Source" s WHERE ${condition}`);
  const { source } = selection;
  const rows = await among(
    source !== null
      ? Prisma.sql`s."id" = ${source}`
      : isCounted(selection)
        ? Prisma.sql`s."id" IN (SELECT f."sourceId" FROM "SourceSummary" f WHERE ${summedCondition(selection)})`
        : hasOne(selection),
  );
  // Of one source those are told of, whatever else they cite.
  const corrected = source === null ? correctedIn(selection) : [];
  const cited = corrected.flatMap(({ figure }) => figure.citations.map((citation) => citation.source.slug));
  return [...new Set([...rows.map(({ slug }) => slug), ...cited])];
}
