import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { figureSelect, toFigure } from "@/lib/data/public/figure-row";
import { countBy } from "@/lib/data/public/selection/figure-counts";
import { conditionOf, type FigureSelection, type FiguresRead } from "@/lib/data/public/selection/figure-selection";
import type { Figure } from "@/lib/figures/figure";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Scope } from "@/lib/publication/scopes";

/** Up to so many figures are looked up and put in order; among more, the newest are met soon by going through all figures by their days. */
const FEW = 50_000;

/** Figures looked at for the newest of several metrics before these are looked for one by one. */
const FIRST = 2000;

/**
 * The newest figures of a selection, at most `take` from the place `skip` (from 0) on: those without a day last, of one day as they were
 * recorded. Which they are is found first; only those are read.
 */
export async function readNewest(read: FiguresRead, take: number, skip = 0): Promise<readonly Figure[]> {
  return readByIds(await newestIds(read, take, skip), read.shown);
}

/** Internal keys of the newest figures of a selection. */
export async function newestIds(read: FiguresRead, take: number, skip = 0): Promise<readonly number[]> {
  return (await newestKeys(read, take, skip)).map(({ id }) => id);
}

interface Keys {
  readonly id: number;
  readonly metricId: number;
}

async function newestKeys({ selection, shown }: FiguresRead, take: number, skip: number): Promise<readonly Keys[]> {
  const counts = [...(await countBy("outlook", { selection: summed(selection), shown })).values()];
  if (counts.length === 0) return [];
  const few = counts.reduce((sum, { figures }) => sum + figures, 0) <= FEW;
  // Going through begins where the first of them can be.
  const from = Math.max(...counts.map(({ lastDay }) => lastDay ?? 0));
  const rows = await db(...shown).$queryRaw<{ id: number | bigint; metricId: number | bigint }[]>(
    few
      ? Prisma.sql`SELECT f."id", f."metricId" FROM "Figure" f WHERE ${conditionOf(selection, "index")}
          ORDER BY + f."lastDay" DESC NULLS LAST, f."id" LIMIT ${take} OFFSET ${skip}`
      : Prisma.sql`SELECT f."id", f."metricId" FROM "Figure" f ${engine().dialect.byDay}
          WHERE ${conditionOf(selection, "scan")} AND coalesce(f."lastDay", 0) <= ${from}
          ORDER BY f."lastDay" DESC NULLS LAST, f."id" LIMIT ${take} OFFSET ${skip}`,
  );
  return rows.map(({ id, metricId }) => ({ id: Number(id), metricId: Number(metricId) }));
}

/** Figures by their internal keys, in the order given. */
export async function readByIds(ids: readonly number[], shown: readonly Scope[]): Promise<readonly Figure[]> {
  if (ids.length === 0) return [];
  const rows = await db(...shown).figure.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, ...figureSelect },
  });
  const figureOf = new Map(rows.map(({ id, ...row }) => [id, toFigure(row)]));
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
  return readByIds(found, shown);
}

/** The selection, or more, that is counted at once. */
const summed = (selection: FigureSelection): FigureSelection => ({
  ...selection,
  wording: null,
  fromYear: null,
  toYear: null,
});
