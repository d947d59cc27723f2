import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { figureSelect, toFigure } from "@/lib/data/public/figure-row";
import { countBy, FEW, summed } from "@/lib/data/public/selection/figure-counts";
import { conditionOf, correctedIn, type FiguresRead, type KnownOn } from "@/lib/data/public/selection/figure-selection";
import type { Figure } from "@/lib/figures/figure";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Scope } from "@/lib/publication/scopes";

/** Figures looked at for the newest of several metrics before these are looked for one by one. */
const FIRST = 2000;

/**
 * The newest figures of a selection, at most `take` from the place `skip` (from 0) on: those without a day last, of one day as they were
 * recorded. Which they are is found first; only those are read.
 */
export async function readNewest(read: FiguresRead, take: number, skip = 0): Promise<readonly Figure[]> {
  return readByIds(await newestIds(read, take, skip), read.shown, read.selection.knownOn);
}

/** Internal keys of the newest figures of a selection. */
export async function newestIds(read: FiguresRead, take: number, skip = 0): Promise<readonly number[]> {
  return (await newestKeys(read, take, skip)).map(({ id }) => id);
}

interface Keys {
  readonly id: number;
  readonly metricId: number;
  readonly lastDay: number | null;
}

async function newestKeys({ selection, shown }: FiguresRead, take: number, skip: number): Promise<readonly Keys[]> {
  const corrected = correctedIn(selection);
  if (corrected.length === 0) return unchangedKeys({ selection, shown }, take, skip);
  const before = skip + take;
  const keys = [
    ...(await unchangedKeys({ selection, shown }, before, 0)),
    ...corrected.map(({ id, metricId, figure }) => ({ id, metricId, lastDay: figure.lastDay })),
  ];
  return keys.sort((a, b) => (b.lastDay ?? 0) - (a.lastDay ?? 0) || a.id - b.id).slice(skip, before);
}

/** Those that say today what they said on the day of the selection: all of them, where it has none. */
async function unchangedKeys({ selection, shown }: FiguresRead, take: number, skip: number): Promise<readonly Keys[]> {
  const counts = [...(await countBy("outlook", { selection: summed(selection), shown })).values()];
  if (counts.length === 0 || !(await isAnyKnown({ selection, shown }))) return [];
  // Among many, the newest are met soon by going through all figures by their days.
  const few = counts.reduce((sum, { figures }) => sum + figures, 0) <= FEW;
  // Going through begins where the first of them can be.
  const from = Math.max(...counts.map(({ lastDay }) => lastDay ?? 0));
  const rows = await db(...shown).$queryRaw<
    { id: number | bigint; metricId: number | bigint; lastDay: number | bigint | null }[]
  >(
    few
      ? Prisma.sql`SELECT f."id", f."metricId", f."lastDay" FROM "Figure" f WHERE ${conditionOf(selection, "index")}
          ORDER BY + f."lastDay" DESC NULLS LAST, f."id" LIMIT ${take} OFFSET ${skip}`
      : Prisma.sql`SELECT f."id", f."metricId", f."lastDay" FROM "Figure" f ${engine().dialect.byDay}
          WHERE ${conditionOf(selection, "scan")} AND coalesce(f."lastDay", 0) <= ${from}
          ORDER BY f."lastDay" DESC NULLS LAST, f."id" LIMIT ${take} OFFSET ${skip}`,
  );
  return rows.map(({ id, metricId, lastDay }) => ({
    id: Number(id),
    metricId: Number(metricId),
    lastDay: lastDay === null ? null : Number(lastDay),
  }));
}

/** Whether any figure of a selection was known on its day, as far as series tell: where none was, all would be gone through to find that out. */
async function isAnyKnown({ selection, shown }: FiguresRead): Promise<boolean> {
  const { knownOn } = selection;
  return (
    knownOn === null ||
    (await countBy("outlook", { selection: { ...summed(selection), source: null, knownOn }, shown })).size > 0
  );
}

/** Figures by their internal keys, in the order given; as they were on a day, where one is given. */
export async function readByIds(
  ids: readonly number[],
  shown: readonly Scope[],
  knownOn: KnownOn | null = null,
): Promise<readonly Figure[]> {
  if (ids.length === 0) return [];
  const rows = await db(...shown).figure.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, ...figureSelect },
  });
  const corrected = (knownOn?.corrected ?? []).map(({ id, figure }) => [id, figure] as const);
  const found = rows.map(({ id, ...row }) => [id, knownOn?.asThen(toFigure(row)) ?? toFigure(row)] as const);
  const figureOf = new Map([...found, ...corrected]);
  return ids.flatMap((id) => figureOf.get(id) ?? []);
}

/** The newest figures of a selection, each of another metric, at most `most`. */
export async function readNewestOfMetrics({ selection, shown }: FiguresRead, most: number): Promise<readonly Figure[]> {
  const left = new Set((await countBy("metricId", { selection: summed(selection), shown })).keys());
  const found: number[] = [];
  // Mostly the first ones are of several metrics; where they are not, the next is looked for among the metrics left.
  for (let take = FIRST; found.length < most && left.size > 0; take = 1) {
    const keys = await newestKeys({ selection: { ...selection, metrics: [...left] }, shown }, take, 0);
    if (keys.length === 0) break;
    for (const { id, metricId } of keys) {
      if (found.length < most && left.delete(metricId)) found.push(id);
    }
  }
  return readByIds(found, shown, selection.knownOn);
}
