import "server-only";
import { db } from "@/lib/data/db/client";
import { figureSelect, NEWEST_FIRST, toFigure } from "@/lib/data/public/figure-row";
import type { Figure } from "@/lib/figures/figure";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Scope } from "@/lib/publication/scopes";

/** Which figures are read; `shown` is what decides which they are and what they say (the records they name are noted by themselves). */
export interface FiguresRead {
  readonly where: Prisma.FigureWhereInput;
  readonly shown: readonly Scope[];
}

/**
 * The newest figures of a condition, at most `take` from the place `skip` (from 0) on. Which they are is found first, from an index that
 * holds the days; only those are read.
 */
export async function readNewest({ where, shown }: FiguresRead, take: number, skip = 0): Promise<readonly Figure[]> {
  const ids = await db(...shown).figure.findMany({
    where,
    select: { id: true },
    orderBy: [...NEWEST_FIRST],
    take,
    skip,
  });
  return readByIds(
    ids.map(({ id }) => id),
    shown,
  );
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

/** The newest figures of a condition, each of another metric, at most `most`. */
export async function readNewestOfMetrics({ where, shown }: FiguresRead, most: number): Promise<readonly Figure[]> {
  const found: number[] = [];
  const metrics: number[] = [];
  while (found.length < most) {
    const next = await db(...shown).figure.findFirst({
      where: { AND: [where, { metricId: { notIn: metrics } }] },
      select: { id: true, metricId: true },
      orderBy: [...NEWEST_FIRST],
    });
    if (next === null) break;
    found.push(next.id);
    metrics.push(next.metricId);
  }
  return readByIds(found, shown);
}
