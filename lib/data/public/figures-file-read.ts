import "server-only";
import type { Snapshot } from "@/lib/data/db/engine";
import { engine } from "@/lib/data/db/engines";
import { openSnapshot, type ReplicaUnderway, replicaUnderway } from "@/lib/data/db/replica";
import { endsIn } from "@/lib/data/public/compare/series-table";
import { SetReader } from "@/lib/data/public/files/set-reader";
import { readKnownOn } from "@/lib/data/public/past/known-on";
import {
  all,
  conditionOf,
  correctedIn,
  type FigureSelection,
  type KnownOn,
} from "@/lib/data/public/selection/figure-selection";
import { yearOf } from "@/lib/dates/edtf";
import { siteAddress } from "@/lib/env";
import type { FigureToExport } from "@/lib/exports/figure-row";
import { Prisma } from "@/lib/generated/prisma/client";

/** Which figures a file holds. */
export interface FileFilter extends FigureSelection {
  /** Internal keys in the order of the file; null where figures are not named. */
  readonly ids: readonly number[] | null;
  readonly chart: number | null;
  /** The year in which the time of figures ends; null for any. */
  readonly year: number | null;
  /** The day (yyyy-mm-dd) as of which they were known; null for today. */
  readonly asOf: string | null;
}

/** A file that can be read set after set; or why there is none: something asked for is not there, or too many are being read. */
export type FiguresFile =
  | {
      readonly ok: true;
      readonly sets: AsyncGenerator<readonly FigureToExport[]>;
      /** Where readers find the site, without a slash at its end. */
      readonly site: string;
    }
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
  if ((running.footnoteFiles ?? 0) < MOST_AT_ONCE) {
    return { ok: true, sets: readSets(filter, replicaUnderway()), site: siteAddress() };
  }
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
  let next: Promise<readonly FigureToExport[] | null> = Promise.resolve(null);
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
    const reader = new SetReader(snapshot);
    const sets = idSets(snapshot, { ...filter, knownOn });
    const readNext = async () => {
      const { done, value } = await sets.next();
      return done ? null : readSet(reader, value, knownOn);
    };
    for (next = readNext(); ; ) {
      const set = await next;
      if (set === null) return;
      if (snapshot === null) throw new Error("A download took too long and was broken off");
      // A database of its own reads while this set is written. What fails is told when it is waited for.
      next = readNext();
      next.catch(() => undefined);
      yield set;
      // Lets others be answered: reading itself never waits.
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    clearTimeout(timer);
    running.footnoteFiles -= 1;
    // No connection is closed under a question.
    await next.catch(() => undefined);
    await close();
  }
}

/** Internal keys of the figures of a file, in its order, SET at a time. */
async function* idSets(snapshot: Snapshot, filter: FileFilter): AsyncGenerator<readonly number[]> {
  const corrected = await correctedOf(snapshot, filter);
  const ids = filter.ids ?? (await fewIds(snapshot, filter, corrected));
  if (ids !== null) return yield* inSets(ids);
  const [end] = await snapshot.read<[last: number | null]>(Prisma.sql`SELECT max("id") FROM "Figure"`);
  const condition = all([conditionOf(filter, "scan"), ofChart(filter), ends(filter)]);
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
    Prisma.sql`SELECT f."id" FROM "Figure" f WHERE ${all([conditionOf(filter, "index"), ofChart(filter), ends(filter)])} LIMIT ${FEW + 1}`,
  );
  return rows.length > FEW ? null : inOrder([...rows.map(([id]) => id), ...corrected]);
}

const inOrder = (ids: readonly number[]) => [...ids].sort((a, b) => a - b);

/** Those of the figures corrected since the day of a file that it holds. */
async function correctedOf(snapshot: Snapshot, filter: FileFilter): Promise<readonly number[]> {
  const { chart, year } = filter;
  const corrected = correctedIn(filter).filter(
    ({ figure: { lastDay } }) => year === null || (lastDay !== null && yearOf(lastDay) === year),
  );
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

const ends = ({ year }: FileFilter) => (year === null ? null : endsIn(year));

/** Figures that a chart names, and those of its metrics about its regions themselves (about any, where it has none). */
const ofChart = ({ chart }: FileFilter) =>
  chart === null
    ? null
    : Prisma.sql`(f."id" IN (SELECT "figureId" FROM "ChartFigure" WHERE "chartId" = ${chart})
  OR (f."organisationId" IS NULL AND f."metricId" IN (SELECT "metricId" FROM "ChartMetric" WHERE "chartId" = ${chart})
    AND (f."regionId" IN (SELECT "regionId" FROM "ChartRegion" WHERE "chartId" = ${chart})
      OR NOT EXISTS (SELECT 1 FROM "ChartRegion" WHERE "chartId" = ${chart}))))`;

/** Figures in the order of their keys; as they were known on a day, where one is given. */
async function readSet(
  reader: SetReader,
  ids: readonly number[],
  knownOn: KnownOn | null,
): Promise<readonly FigureToExport[]> {
  if (knownOn === null) {
    const read = await reader.read(ids);
    return ids.flatMap((id) => read.get(id) ?? []);
  }
  const then = new Map(knownOn.corrected.map(({ id, figure }) => [id, figure] as const));
  const read = await reader.read(ids.filter((id) => !then.has(id)));
  return ids.flatMap((id) => {
    const today = read.get(id);
    return then.get(id) ?? (today ? knownOn.asThen(today) : []);
  });
}
