import "server-only";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { selectionOf } from "@/lib/data/public/figures";
import { findMetricRecord } from "@/lib/data/public/metrics";
import { codesWithin, findRegionRef } from "@/lib/data/public/regions";
import { countFigures } from "@/lib/data/public/selection/figure-counts";
import { conditionOf, type FiguresRead } from "@/lib/data/public/selection/figure-selection";
import { readByIds } from "@/lib/data/public/selection/newest-figures";
import { findSourceRecord } from "@/lib/data/public/sources";
import { siteAddress } from "@/lib/env";
import type { NewFigures } from "@/lib/figures/history";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Scope } from "@/lib/publication/scopes";
import type { NewFiguresQuery } from "@/lib/schemas/page-view";

/** New figures in a feed. */
const PAGE_SIZE = 50;
/** Up to so many figures, each is asked when it was published; among more, the newest are met soon by going through what was published. */
const FEW = 50_000;

/** Revisions "r" with which readers saw a figure for the first time, in the words of the index that has just these. */
const IS_PUBLICATION = Prisma.sql`r."resource" = 'Figure' AND (r."before" IS NULL OR r."before" LIKE '%"status":"draft"%') AND r."after" LIKE '%"status":"published"%'`;

/** No condition. */
const ANY = { topic: null, organisation: null, wording: null, outlook: null, fromYear: null, toYear: null } as const;

/**
 * The newest of the figures that are published today, by when readers saw each for the first time: those before a revision, or the newest
 * (null). A region stands for itself and every place below it. Null where something is named that there is not.
 */
export async function readNewFigures({ before, ...named }: NewFiguresQuery): Promise<NewFigures | null> {
  const of = await namesOf(named);
  if (of === null) return null;
  const keys = { metric: of.metric?.slug ?? null, region: of.region?.code ?? null, source: of.source?.slug ?? null };
  const read = { selection: await selectionOf({ ...ANY, ...keys }), shown: await scopesOf(keys) };
  const found = await publications(read, before);
  if (found.length === 0) return { of, list: [], earlier: null };
  const page = found.slice(0, PAGE_SIZE);
  const [figures, instants] = [
    await readByIds(
      page.map(({ figure }) => figure),
      read.shown,
    ),
    await instantsOf(
      page.map(({ revision }) => revision),
      read.shown,
    ),
  ];
  const changed = await lastChanges(figures.map(({ id }) => id));
  const list = figures.map((figure, index) => ({
    figure,
    published: instants.get(page[index]?.revision ?? 0) ?? figure.recordedAt,
    updated: changed.get(figure.id) ?? figure.recordedAt,
  }));
  return { of, list, earlier: found.length > PAGE_SIZE ? (page.at(-1)?.revision ?? null) : null };
}

/** The same with what a feed tells beside: the address of the site, and when something of it changed last (an ISO 8601 instant). */
export async function readNewFiguresFeed(query: NewFiguresQuery) {
  const found = await readNewFigures(query);
  if (found === null) return null;
  const last = found.list
    .map(({ updated }) => updated)
    .toSorted()
    .at(-1);
  return { ...found, updated: last ?? new Date(0).toISOString(), site: siteAddress() };
}

/** What figures are of, as it is called; null where something is named that there is not. */
async function namesOf({ region, metric, source }: Omit<NewFiguresQuery, "before">): Promise<NewFigures["of"] | null> {
  const of = {
    region: region === null ? null : await findRegionRef(region),
    metric: metric === null ? null : await findMetricRecord(metric),
    source: source === null ? null : await findSourceRecord(source),
  };
  const asked = [region, metric, source].filter((key) => key !== null);
  return Object.values(of).filter((record) => record !== null).length === asked.length ? of : null;
}

/** What decides which figures there are. */
async function scopesOf({ region, metric, source }: Omit<NewFiguresQuery, "before">): Promise<readonly Scope[]> {
  if (source !== null) return [`figures-of-source:${source}`];
  if (metric !== null) return [`figures-of-metric:${metric}`];
  if (region === null) return ["figures-of-metric"];
  return (await codesWithin(region)).map((code): Scope => `figures-of-region:${code}`);
}

/** Internal keys of figures with the numbers of the revisions that published them, newest first: one more than a page. */
async function publications({ selection, shown }: FiguresRead, before: number | null) {
  const { byPublication, orderedJoin } = engine().dialect;
  const isEarlier = before === null ? Prisma.empty : Prisma.sql`AND r."id" < ${before}`;
  const columns = Prisma.sql`SELECT f."id" AS "figure", r."id" AS "revision"`;
  const rows = await db(...shown).$queryRaw<{ figure: number | bigint; revision: number | bigint }[]>(
    (await countFigures({ selection, shown })) <= FEW
      ? Prisma.sql`${columns} FROM "Figure" f ${orderedJoin} "Revision" r ON r."key" = f."publicId"
          WHERE ${conditionOf(selection, "index")} AND ${IS_PUBLICATION} ${isEarlier}
          ORDER BY + r."id" DESC LIMIT ${PAGE_SIZE + 1}`
      : Prisma.sql`${columns} FROM "Revision" r ${byPublication} ${orderedJoin} "Figure" f ON f."publicId" = r."key"
          WHERE ${conditionOf(selection, "scan")} AND ${IS_PUBLICATION} ${isEarlier}
          ORDER BY r."id" DESC LIMIT ${PAGE_SIZE + 1}`,
  );
  return rows.map(({ figure, revision }) => ({ figure: Number(figure), revision: Number(revision) }));
}

/** When revisions were made, by their numbers. */
async function instantsOf(ids: readonly number[], shown: readonly Scope[]): Promise<ReadonlyMap<number, string>> {
  const rows = await db(...shown).revision.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, at: true },
  });
  return new Map(rows.map(({ id, at }) => [id, at.toISOString()]));
}

/** When published figures were last changed, by their public keys. */
async function lastChanges(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db(...ids.map((id): Scope => `figure:${id}`)).revision.groupBy({
    by: ["key"],
    where: { resource: "Figure", key: { in: [...ids] } },
    _max: { at: true },
  });
  return new Map(rows.flatMap(({ key, _max: { at } }) => (at === null ? [] : [[key, at.toISOString()]])));
}
