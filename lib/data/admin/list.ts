import "server-only";
import { listAdminFigures } from "@/lib/data/admin/list-figures";
import { makeList, type Reader } from "@/lib/data/admin/make-list";
import { LINK_LOST, UNARCHIVED } from "@/lib/data/admin/review-queue";
import { regionSelect, topicSelect } from "@/lib/data/public/figure-row";
import { regionsWithin } from "@/lib/data/public/regions";
import type { AdminListPage, AdminListQuery, AdminResource, AdminRows } from "@/lib/figures/admin-records";
import type { Prisma } from "@/lib/generated/prisma/client";

const CURRENT = { status: { in: ["draft", "published"] } } as const satisfies Prisma.FigureWhereInput;
const figureCount = { select: { figures: { where: CURRENT } } } as const;
const byName = { name: "asc" } as const;
const byTitle = { title: "asc" } as const;
const byId = { id: "asc" } as const;
const newest = [{ id: "desc" }] as const;
const mostFigures = { figures: { _count: "desc" } } as const;

const ofTopic = ({ topic }: AdminListQuery) => (topic === null ? {} : { topic: { slug: topic } });

const READERS: { readonly [N in AdminResource]: Reader<N> } = {
  figures: listAdminFigures,

  metrics: makeList("metrics", {
    where: ofTopic,
    include: { topic: { select: topicSelect }, _count: figureCount },
    order: [byName, byId],
    orders: { topic: [{ topic: { position: "asc" } }, byName], figures: [mostFigures, byName], newest },
    toRow: ({ name, unit, kind, topic, shelfLifeMonths, _count }) => ({
      ...{ name, unit, kind, topic, shelfLifeMonths, figureCount: _count.figures },
    }),
  }),

  regions: makeList("regions", {
    where: async ({ region }) => (region === null ? {} : { id: { in: await regionsWithin([region]) } }),
    include: { parent: { select: regionSelect }, _count: figureCount },
    order: [byName, byId],
    orders: { figures: [mostFigures, byName], newest },
    toRow: ({ name, nameLocal, level, parent, _count }) => ({
      ...{ name, nameLocal, level, parent, figureCount: _count.figures },
    }),
  }),

  organisations: makeList("organisations", {
    include: { _count: figureCount },
    order: [byName, byId],
    orders: { figures: [mostFigures, byName], newest },
    toRow: ({ slug, name, _count }) => ({ slug, name, figureCount: _count.figures }),
  }),

  topics: makeList("topics", {
    include: { _count: { select: { metrics: { where: { retracted: false } }, charts: { where: CURRENT } } } },
    order: [{ position: "asc" }, byName],
    orders: { name: [byName] },
    toRow: ({ slug, name, position, _count }) => ({
      ...{ slug, name, position, metricCount: _count.metrics, chartCount: _count.charts },
    }),
  }),

  sources: makeList("sources", {
    where: ({ care }) => (care === "unarchived" ? UNARCHIVED : care === "link" ? LINK_LOST : {}),
    include: { _count: { select: { citations: { where: { figure: CURRENT } } } } },
    order: newest,
    orders: {
      date: [{ publishedDay: { sort: "desc", nulls: "last" } }, byId],
      name: [byTitle, byId],
      figures: [{ citations: { _count: "desc" } }, byId],
    },
    toRow: ({ title, publisher, published, language, url, archiveUrl, _count }) => ({
      ...{ title, publisher, published, language, url },
      isArchived: archiveUrl !== null,
      figureCount: _count.citations,
    }),
  }),

  milestones: makeList("milestones", {
    where: async ({ region }) => (region === null ? {} : { regionId: { in: await regionsWithin([region]) } }),
    include: { region: { select: regionSelect } },
    order: [{ day: "desc" }, byId],
    orders: { name: [byTitle], newest },
    toRow: ({ title, date, region }) => ({ title, date, region }),
  }),

  charts: makeList("charts", {
    where: ofTopic,
    include: { topic: { select: topicSelect } },
    order: [{ position: "asc" }, byId],
    orders: { name: [byTitle], newest },
    toRow: ({ title, subtitle, kind, topic, position }) => ({ title, subtitle, kind, topic, position }),
  }),
};

/** One page of the records of a resource that an editor's query asks for, 50 a page, drafts and (when asked) retracted ones included. */
export function listRecords<N extends AdminResource>(
  resource: N,
  query: AdminListQuery,
): Promise<AdminListPage<AdminRows[N]>> {
  return READERS[resource](query);
}
