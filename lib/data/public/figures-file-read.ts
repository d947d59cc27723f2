import "server-only";
import type { Dialect, Snapshot } from "@/lib/data/db/engine";
import { engine } from "@/lib/data/db/engines";
import { openSnapshot, type ReplicaUnderway, replicaUnderway } from "@/lib/data/db/replica";
import { readKnownOn } from "@/lib/data/public/past/known-on";
import {
  all,
  conditionOf,
  correctedIn,
  type FigureSelection,
  type KnownOn,
} from "@/lib/data/public/selection/figure-selection";
import type { FigureToExport } from "@/lib/exports/figure-row";
import { PUBLIC_FIELDS, type PublicParts } from "@/lib/figures/figure-fields";
import { groupBy } from "@/lib/figures/group";
import { Prisma } from "@/lib/generated/prisma/client";

/** Which figures a file holds. */
export interface FileFilter extends FigureSelection {
  /** Internal keys in the order of the file; null where figures are not named. */
  readonly ids: readonly number[] | null;
  readonly chart: number | null;
  /** The day (yyyy-mm-dd) as of which they were known; null for today. */
  readonly asOf: string | null;
}

/** A file that can be read set after set; or why there is none: something asked for is not there, or too many are being read. */
export type FiguresFile =
  | { readonly ok: true; readonly sets: AsyncGenerator<readonly FigureToExport[]> }
  | { readonly ok: false; readonly code: "not_found" | "busy" | "too_much_changed"; readonly message: string };

/** Figures read at once: others are answered between two sets. */
const SET = 500;
/** Up to so many figures are found through the indexes; more by going through the table, so many keys at a time. */
const FEW = 5000;
/** Files read at the same time; each holds a connection. */
const MOST_AT_ONCE = 20;
/** How long one file may take, in milliseconds: what is read of the moment keeps the database's log from being folded. */
const LONGEST_MS = 30 * 60_000;

// The framework bundles each route by itself, so that a variable of this file would be one for each.
const running = globalThis as { footnoteFiles?: number };

/** Begins to read a file. Nothing is held until its first set is asked for, or after its last. */
export function readFile(filter: FileFilter): FiguresFile {
  if ((running.footnoteFiles ?? 0) < MOST_AT_ONCE) return { ok: true, sets: readSets(filter, replicaUnderway()) };
  const message = `${MOST_AT_ONCE} files are being downloaded already: try again in a minute.`;
  return { ok: false, code: "busy", message };
}

/** All of a file as the database was at one moment, set after set. Throws when the reader takes longer than LONGEST_MS. */
async function* readSets(
  filter: FileFilter,
  replica: ReplicaUnderway | null,
): AsyncGenerator<readonly FigureToExport[]> {
  running.footnoteFiles = (running.footnoteFiles ?? 0) + 1;
  let snapshot: Snapshot | null = null;
  const close = async () => {
    const held = snapshot;
    snapshot = null;
    await held?.close();
  };
  const timer = setTimeout(close, LONGEST_MS).unref();
  try {
    snapshot = await openSnapshot(replica);
    // Read after it: what is corrected in between is as the snapshot still has it.
    const knownOn = filter.asOf === null ? null : await readKnownOn(filter.asOf);
    for await (const ids of idSets(snapshot, { ...filter, knownOn })) {
      if (snapshot === null) throw new Error("A download took too long and was broken off");
      yield knownOn === null ? await readSet(snapshot, ids) : await readSetThen(snapshot, ids, knownOn);
      // Lets others be answered: reading itself never waits.
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    clearTimeout(timer);
    running.footnoteFiles -= 1;
    await close();
  }
}

/** Internal keys of the figures of a file, in its order, SET at a time. */
async function* idSets(snapshot: Snapshot, filter: FileFilter): AsyncGenerator<readonly number[]> {
  const corrected = await correctedOf(snapshot, filter);
  const ids = filter.ids ?? (await fewIds(snapshot, filter, corrected));
  if (ids !== null) return yield* inSets(ids);
  const [end] = await snapshot.read<[last: number | null]>(Prisma.sql`SELECT max("id") FROM "Figure"`);
  const condition = all([conditionOf(filter, "scan"), ofChart(filter)]);
  // By the key, so that each step looks at FEW rows at most, whatever is asked.
  for (let from = 0; from < (end?.[0] ?? 0); from += FEW) {
    const rows = await snapshot.read<[id: number]>(
      Prisma.sql`SELECT f."id" FROM "Figure" f ${engine().dialect.byKey}
        WHERE f."id" > ${from} AND f."id" <= ${from + FEW} AND ${condition} ORDER BY f."id"`,
    );
    const here = corrected.filter((id) => id > from && id <= from + FEW);
    yield* inSets(inOrder([...rows.map(([id]) => id), ...here]));
  }
}

function* inSets(ids: readonly number[]): Generator<readonly number[]> {
  for (let at = 0; at < ids.length; at += SET) yield ids.slice(at, at + SET);
}

/** All keys where they are few; null where there are more. */
async function fewIds(
  snapshot: Snapshot,
  filter: FileFilter,
  corrected: readonly number[],
): Promise<readonly number[] | null> {
  const rows = await snapshot.read<[id: number]>(
    Prisma.sql`SELECT f."id" FROM "Figure" f WHERE ${all([conditionOf(filter, "index"), ofChart(filter)])} LIMIT ${FEW + 1}`,
  );
  return rows.length > FEW ? null : inOrder([...rows.map(([id]) => id), ...corrected]);
}

const inOrder = (ids: readonly number[]) => [...ids].sort((a, b) => a - b);

/** Those of the figures corrected since the day of a file that it holds. */
async function correctedOf(snapshot: Snapshot, filter: FileFilter): Promise<readonly number[]> {
  const corrected = correctedIn(filter);
  const { chart } = filter;
  if (chart === null || corrected.length === 0) return corrected.map(({ id }) => id);
  const keysIn = async (table: string, column: string) =>
    new Set(
      (
        await snapshot.read<[key: number]>(
          Prisma.sql`SELECT ${Prisma.raw(`"${column}"`)} FROM ${Prisma.raw(`"${table}"`)} WHERE "chartId" = ${chart}`,
        )
      ).map(([key]) => key),
    );
  const [figures, metrics, regions] = [
    await keysIn("ChartFigure", "figureId"),
    await keysIn("ChartMetric", "metricId"),
    await keysIn("ChartRegion", "regionId"),
  ];
  return corrected
    .filter(
      ({ id, organisationId, metricId, regionId }) =>
        figures.has(id) ||
        (organisationId === null && metrics.has(metricId) && (regions.size === 0 || regions.has(regionId))),
    )
    .map(({ id }) => id);
}

/** Figures that a chart names, and those of its metrics about its regions themselves (about any, where it has none). */
const ofChart = ({ chart }: FileFilter) =>
  chart === null
    ? null
    : Prisma.sql`(f."id" IN (SELECT "figureId" FROM "ChartFigure" WHERE "chartId" = ${chart})
  OR (f."organisationId" IS NULL AND f."metricId" IN (SELECT "metricId" FROM "ChartMetric" WHERE "chartId" = ${chart})
    AND (f."regionId" IN (SELECT "regionId" FROM "ChartRegion" WHERE "chartId" = ${chart})
      OR NOT EXISTS (SELECT 1 FROM "ChartRegion" WHERE "chartId" = ${chart}))))`;

/** Columns of figuresOf that stand in a figure as they are, after those that FileRow names. */
const PLAIN_COLUMNS = Prisma.raw(PUBLIC_FIELDS.map((name) => `f."${name}"`).join(", "));

const figuresOf = ({ numbered, orderedJoin }: Dialect, ids: string) =>
  Prisma.sql`SELECT f."id", f."publicId", m."slug", m."name", m."unit", r."code", r."name", o."name", f."wording", f."qualifier",
    f."value", f."digits", f."valueHigh", f."digitsHigh", f."alternativeDigits", f."alternativeUnit", f."periodStart", f."periodEnd",
    f."asOf", f."version", ${PLAIN_COLUMNS}
  FROM ${numbered(ids)} ${orderedJoin} "Figure" f ON f."id" = j.value JOIN "Metric" m ON m."id" = f."metricId"
    JOIN "Region" r ON r."id" = f."regionId" LEFT JOIN "Organisation" o ON o."id" = f."organisationId"
  ORDER BY j.key`;

const citationsOf = ({ numbered, orderedJoin }: Dialect, ids: string) =>
  Prisma.sql`SELECT c."figureId", c."phrase", c."locator", s."slug", s."title", s."publisher", s."published", s."url"
  FROM ${numbered(ids)} ${orderedJoin} "Citation" c ON c."figureId" = j.value JOIN "Source" s ON s."id" = c."sourceId"
  ORDER BY j.key, c."role", c."id"`;

type Text = string | null;

/** Columns of figuresOf, in their order. */
type FileRow = readonly [
  ...[key: number, id: string, metric: string, metricName: string, unit: string, region: string, regionName: string],
  ...[organisation: Text, wording: FigureToExport["wording"], qualifier: Text],
  ...[value: number, digits: string, valueHigh: number | null, digitsHigh: Text],
  ...[alternativeDigits: Text, alternativeUnit: Text, periodStart: Text, periodEnd: Text, asOf: Text, version: number],
  ...plain: PublicParts[keyof PublicParts][],
];
/** Place in a FileRow of the first of them. */
const FIRST_PLAIN = 20;

/** Columns of citationsOf, in their order. */
type CitationRow = readonly [
  ...[figure: number, phrase: Text, locator: Text],
  ...[slug: string, title: string, publisher: string, published: Text, url: string],
];

async function readSet(snapshot: Snapshot, ids: readonly number[]): Promise<readonly FigureToExport[]> {
  const keys = JSON.stringify(ids);
  const { dialect } = engine();
  const figures = await snapshot.read<FileRow>(figuresOf(dialect, keys));
  const citations = groupBy(await snapshot.read<CitationRow>(citationsOf(dialect, keys)), (row) => row[0]);
  return figures.map((row) => toFigure(row, citations.get(row[0]) ?? []));
}

/** The same as they were known on a day. */
async function readSetThen(
  snapshot: Snapshot,
  ids: readonly number[],
  { corrected, asThen }: KnownOn,
): Promise<readonly FigureToExport[]> {
  const then = new Map(corrected.map(({ id, figure }) => [id, figure] as const));
  const others = ids.filter((id) => !then.has(id));
  const named = await snapshot.read<[id: number, recordedAt: Date | string, organisation: Text]>(
    Prisma.sql`SELECT f."id", f."recordedAt", o."slug" FROM "Figure" f LEFT JOIN "Organisation" o ON o."id" = f."organisationId"
      WHERE f."id" IN (${engine().dialect.integers(JSON.stringify(others))})`,
  );
  const namesOf = new Map(named.map(([id, recordedAt, organisation]) => [id, { recordedAt, organisation }]));
  const read = await readSet(snapshot, others);
  const figureOf = new Map<number, FigureToExport>(then);
  for (const [index, figure] of read.entries()) {
    const id = others[index] ?? 0;
    const names = namesOf.get(id);
    const organisation = figure.organisation && { ...figure.organisation, slug: names?.organisation ?? "" };
    const recordedAt = new Date(names?.recordedAt ?? 0).toISOString();
    figureOf.set(id, asThen({ ...figure, organisation, recordedAt }));
  }
  return ids.flatMap((id) => figureOf.get(id) ?? []);
}

function toFigure(row: FileRow, citations: readonly CitationRow[]): FigureToExport {
  return {
    id: row[1],
    metric: { slug: row[2], name: row[3], unit: row[4] },
    region: { code: row[5], name: row[6] },
    organisation: row[7] === null ? null : { name: row[7] },
    wording: row[8],
    qualifier: row[9],
    value: row[10],
    digits: row[11],
    valueHigh: row[12],
    digitsHigh: row[13],
    alternative: row[14] === null || row[15] === null ? null : { digits: row[14], unit: row[15] },
    periodStart: row[16],
    periodEnd: row[17],
    asOf: row[18],
    version: row[19],
    ...plainParts(row),
    citations: citations.map(([, phrase, locator, slug, title, publisher, published, url]) => ({
      phrase,
      locator,
      source: { slug, title, publisher, published, url },
    })),
  };
}

/** In a loop: Object.fromEntries takes five times as long, which a file of all figures would show. */
function plainParts(row: FileRow): PublicParts {
  const parts: Record<string, FileRow[number]> = {};
  for (const [index, name] of PUBLIC_FIELDS.entries()) parts[name] = row[FIRST_PLAIN + index] ?? null;
  return parts as PublicParts;
}
