import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { countFigures, isCounted, summed } from "@/lib/data/public/selection/figure-counts";
import { conditionOf, correctedIn, type FigureSelection } from "@/lib/data/public/selection/figure-selection";
import { readByIds } from "@/lib/data/public/selection/newest-figures";
import type { Figure } from "@/lib/figures/figure";
import { Prisma } from "@/lib/generated/prisma/client";

/** Up to so many figures are found through the indexes; among more, so many keys are gone through for one answer. */
const FEW = 50_000;

/** Figures in the order in which they were recorded. */
interface FigureList {
  readonly figures: readonly Figure[];
  /** Internal key after which the list goes on; null at its end. */
  readonly next: number | null;
  /** How many there are in all; null where that is not kept. */
  readonly total: number | null;
}

/**
 * At most `take` published figures of a selection after an internal key. Work is bounded whatever is asked: an answer may hold fewer, or
 * none, and the list still go on.
 */
export async function listFigures(selection: FigureSelection, after: number, take: number): Promise<FigureList> {
  const shown = ["everything"] as const;
  const most = await countFigures({ selection: summed(selection), shown });
  const end = most > FEW ? after + FEW : null;
  const [rows, last] = await Promise.all([
    end === null ? fewKeys(selection, after, take) : keysUpTo(selection, after, end, take),
    end === null ? 0 : lastKey(),
  ]);
  const corrected = correctedIn(selection).flatMap(({ id }) => (id > after && (end === null || id <= end) ? id : []));
  const ids = [...rows.map(({ id }) => Number(id)), ...corrected].sort((a, b) => a - b);
  const told = ids.slice(0, take);
  const goesOn = end !== null && end < last ? end : null;
  return {
    figures: await readByIds(told, shown, selection.knownOn),
    next: ids.length > take ? (told.at(-1) ?? null) : goesOn,
    total: isCounted(selection) ? most : null,
  };
}

type Keys = { readonly id: number | bigint }[];

const fewKeys = (selection: FigureSelection, after: number, take: number) =>
  db().$queryRaw<Keys>(Prisma.sql`SELECT f."id" FROM "Figure" f WHERE ${conditionOf(selection, "index")} AND + f."id" > ${after}
    ORDER BY + f."id" LIMIT ${take + 1}`);

const keysUpTo = (selection: FigureSelection, after: number, end: number, take: number) =>
  db().$queryRaw<Keys>(Prisma.sql`SELECT f."id" FROM "Figure" f ${engine().dialect.byKey}
    WHERE f."id" > ${after} AND f."id" <= ${end} AND ${conditionOf(selection, "scan")} ORDER BY f."id" LIMIT ${take + 1}`);

async function lastKey(): Promise<number> {
  const row = await db().figure.findFirst({ orderBy: { id: "desc" }, select: { id: true } });
  return row?.id ?? 0;
}
