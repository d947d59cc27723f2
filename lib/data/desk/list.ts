import "server-only";
import { db } from "@/lib/data/client";
import { UNARCHIVED } from "@/lib/data/desk/care";
import { findIds } from "@/lib/data/desk/find";
import { listDeskFigures } from "@/lib/data/desk/list-figures";
import { readPage, stateOf, withRetracted, withStatus } from "@/lib/data/desk/paging";
import { regionSelect, topicSelect } from "@/lib/data/figure-row";
import { regionsWithin } from "@/lib/data/regions";
import type { DeskNoun, DeskPage, DeskQuery, DeskRows } from "@/lib/figures/desk";
import type { Prisma } from "@/lib/generated/prisma/client";

const CURRENT = { status: { in: ["draft", "published"] } } as const satisfies Prisma.FigureWhereInput;
const figureCount = { select: { figures: { where: CURRENT } } } as const;
const byName = { name: "asc" } as const;
const byId = { id: "asc" } as const;
const newestFirst = { id: "desc" } as const;
const mostFigures = { figures: { _count: "desc" } } as const;

type Reader<N extends DeskNoun> = (query: DeskQuery) => Promise<DeskPage<DeskRows[N]>>;

/** Where a condition on internal keys comes in when there is a text, and in which order the best match comes first. */
async function found(noun: Exclude<DeskNoun, "figures">, { text }: DeskQuery) {
  const ids = text === "" ? null : await findIds(noun, text);
  return { ids, where: ids === null ? {} : { AND: { id: { in: [...ids] } } } };
}

/** A page of a noun whose records are few enough to be sorted by how well they match. */
async function pageOf<Row extends { readonly id: number }, Out>(
  query: DeskQuery,
  ids: readonly number[] | null,
  count: () => Promise<number>,
  read: (range: { skip?: number; take?: number }) => Promise<readonly Row[]>,
  toRow: (row: Row) => Out,
): Promise<DeskPage<Out>> {
  if (query.sort !== "best" || ids === null) {
    return readPage(query, await count(), async (skip, take) => (await read({ skip, take })).map(toRow));
  }
  const rank = new Map(ids.map((id, index) => [id, index]));
  const rows = [...(await read({}))].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  return readPage(query, rows.length, async (skip, take) => rows.slice(skip, skip + take).map(toRow));
}

const READERS: { readonly [N in DeskNoun]: Reader<N> } = {
  figures: listDeskFigures,

  metrics: async (query) => {
    const { ids, where: words } = await found("metrics", query);
    const topic = query.topic === null ? {} : { topic: { slug: query.topic } };
    const where: Prisma.MetricWhereInput = { ...withRetracted(query.status), ...topic, ...words };
    const sorts: Partial<Record<DeskQuery["sort"], Prisma.MetricOrderByWithRelationInput[]>> = {
      topic: [{ topic: { position: "asc" } }, byName],
      figures: [mostFigures, byName],
      newest: [newestFirst],
    };
    const read = (range: { skip?: number; take?: number }) =>
      db().metric.findMany({
        where,
        include: { topic: { select: topicSelect }, _count: figureCount },
        orderBy: sorts[query.sort] ?? [byName, byId],
        ...range,
      });
    return pageOf(
      query,
      ids,
      () => db().metric.count({ where }),
      read,
      (row) => {
        const { name, unit, kind, topic: under, shelfLifeMonths } = row;
        const stand = { key: row.slug, version: row.version, state: stateOf(row) };
        return { ...stand, name, unit, kind, topic: under, shelfLifeMonths, figureCount: row._count.figures };
      },
    );
  },

  regions: async (query) => {
    const { ids, where: words } = await found("regions", query);
    const within = query.region === null ? {} : { id: { in: await regionsWithin([query.region]) } };
    const where: Prisma.RegionWhereInput = { ...withRetracted(query.status), ...within, ...words };
    const orderBy =
      query.sort === "figures" ? [mostFigures, byName] : query.sort === "newest" ? [newestFirst] : [byName, byId];
    const read = (range: { skip?: number; take?: number }) =>
      db().region.findMany({
        where,
        include: { parent: { select: regionSelect }, _count: figureCount },
        orderBy,
        ...range,
      });
    return pageOf(
      query,
      ids,
      () => db().region.count({ where }),
      read,
      (row) => {
        const { name, nameLocal, level, parent } = row;
        const stand = { key: row.code, version: row.version, state: stateOf(row) };
        return { ...stand, name, nameLocal, level, parent, figureCount: row._count.figures };
      },
    );
  },

  organisations: async (query) => {
    const { ids, where: words } = await found("organisations", query);
    const where: Prisma.OrganisationWhereInput = { ...withRetracted(query.status), ...words };
    const orderBy =
      query.sort === "figures" ? [mostFigures, byName] : query.sort === "newest" ? [newestFirst] : [byName, byId];
    const read = (range: { skip?: number; take?: number }) =>
      db().organisation.findMany({ where, include: { _count: figureCount }, orderBy, ...range });
    return pageOf(
      query,
      ids,
      () => db().organisation.count({ where }),
      read,
      (row) => {
        const stand = { key: row.slug, version: row.version, state: stateOf(row) };
        return { ...stand, slug: row.slug, name: row.name, figureCount: row._count.figures };
      },
    );
  },

  topics: async (query) => {
    const { ids, where: words } = await found("topics", query);
    const where: Prisma.TopicWhereInput = { ...withRetracted(query.status), ...words };
    const read = (range: { skip?: number; take?: number }) =>
      db().topic.findMany({
        where,
        include: { _count: { select: { metrics: { where: { retracted: false } }, charts: { where: CURRENT } } } },
        orderBy: query.sort === "name" ? [byName] : [{ position: "asc" }, byName],
        ...range,
      });
    return pageOf(
      query,
      ids,
      () => db().topic.count({ where }),
      read,
      (row) => {
        const { slug, name, position, _count } = row;
        const stand = { key: slug, version: row.version, state: stateOf(row) };
        return { ...stand, slug, name, position, metricCount: _count.metrics, chartCount: _count.charts };
      },
    );
  },

  sources: async (query) => {
    const { ids, where: words } = await found("sources", query);
    const care = query.care === "unarchived" ? UNARCHIVED : {};
    const where: Prisma.SourceWhereInput = { ...withRetracted(query.status), ...care, ...words };
    const sorts: Partial<Record<DeskQuery["sort"], Prisma.SourceOrderByWithRelationInput[]>> = {
      date: [{ publishedDay: { sort: "desc", nulls: "last" } }, byId],
      name: [{ title: "asc" }, byId],
      figures: [{ citations: { _count: "desc" } }, byId],
    };
    const read = (range: { skip?: number; take?: number }) =>
      db().source.findMany({
        where,
        include: { _count: { select: { citations: { where: { figure: CURRENT } } } } },
        orderBy: sorts[query.sort] ?? [newestFirst],
        ...range,
      });
    return pageOf(
      query,
      ids,
      () => db().source.count({ where }),
      read,
      (row) => {
        const { title, publisher, published, language, url } = row;
        const stand = { key: row.slug, version: row.version, state: stateOf(row) };
        const counts = { isArchived: row.archiveUrl !== null, figureCount: row._count.citations };
        return { ...stand, title, publisher, published, language, url, ...counts };
      },
    );
  },

  milestones: async (query) => {
    const { ids, where: words } = await found("milestones", query);
    const within = query.region === null ? {} : { regionId: { in: await regionsWithin([query.region]) } };
    const where: Prisma.MilestoneWhereInput = { ...withStatus(query.status), ...within, ...words };
    const sorts: Partial<Record<DeskQuery["sort"], Prisma.MilestoneOrderByWithRelationInput[]>> = {
      name: [{ title: "asc" }],
      newest: [newestFirst],
    };
    const read = (range: { skip?: number; take?: number }) =>
      db().milestone.findMany({
        where,
        include: { region: { select: regionSelect } },
        orderBy: sorts[query.sort] ?? [{ day: "desc" }, byId],
        ...range,
      });
    return pageOf(
      query,
      ids,
      () => db().milestone.count({ where }),
      read,
      (row) => {
        const { title, date, region } = row;
        return { key: row.slug, version: row.version, state: row.status, title, date, region };
      },
    );
  },

  charts: async (query) => {
    const { ids, where: words } = await found("charts", query);
    const topic = query.topic === null ? {} : { topic: { slug: query.topic } };
    const where: Prisma.ChartWhereInput = { ...withStatus(query.status), ...topic, ...words };
    const sorts: Partial<Record<DeskQuery["sort"], Prisma.ChartOrderByWithRelationInput[]>> = {
      name: [{ title: "asc" }],
      newest: [newestFirst],
    };
    const read = (range: { skip?: number; take?: number }) =>
      db().chart.findMany({
        where,
        include: { topic: { select: topicSelect } },
        orderBy: sorts[query.sort] ?? [{ position: "asc" }, byId],
        ...range,
      });
    return pageOf(
      query,
      ids,
      () => db().chart.count({ where }),
      read,
      (row) => {
        const { title, subtitle, kind, topic: under, position } = row;
        return {
          key: row.slug,
          version: row.version,
          state: row.status,
          title,
          subtitle,
          kind,
          topic: under,
          position,
        };
      },
    );
  },
};

/** One page of the records of a noun that an editor's query asks for, 50 a page, drafts and (when asked) retracted ones included. */
export function listDesk<N extends DeskNoun>(noun: N, query: DeskQuery): Promise<DeskPage<DeskRows[N]>> {
  return READERS[noun](query);
}
