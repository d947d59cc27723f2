import "server-only";
import { figuresWith } from "@/lib/data/admin/find";
import { readPage, withStatus } from "@/lib/data/admin/paging";
import { findDiffering, findStale } from "@/lib/data/admin/review-queue";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { figureSelect, toFigure } from "@/lib/data/public/figure-row";
import { selectionOf } from "@/lib/data/public/figures";
import { regionsWithin } from "@/lib/data/public/regions";
import { countBy } from "@/lib/data/public/selection/figure-counts";
import { conditionOf, type FigureSelection } from "@/lib/data/public/selection/figure-selection";
import { utcDay } from "@/lib/dates/edtf";
import type { EnumValue } from "@/lib/enums";
import type { AdminListPage, AdminListQuery, AdminRows } from "@/lib/figures/admin-records";
import { Prisma, type PrismaClient } from "@/lib/generated/prisma/client";

/** Figures for editors, drafts included: 50 a page, newest recorded first unless asked otherwise; those that need care, the worst first. */
export async function listAdminFigures(query: AdminListQuery): Promise<AdminListPage<AdminRows["figures"]>> {
  if (query.care !== null || query.text !== "") return listFound(query);
  const read = {
    selection: await selectionOf({ ...query, ...NOT_ASKED }),
    statuses: query.status === "all" ? ALL_STATUSES : query.status === "current" ? CURRENT : [query.status],
  };
  const idsInOrder = ORDERS[query.sort] ?? lastRecorded;
  return readPage(query, await countOf(read), async (skip, take) =>
    readAdminFigures(await idsInOrder(read, skip, take)),
  );
}

const NOT_ASKED = { wording: null, outlook: null, fromYear: null, toYear: null } as const;
const CURRENT = ["draft", "published"] as const;
const ALL_STATUSES = [...CURRENT, "retracted"] as const;

type Named = "metricId" | "regionId";

interface AdminRead {
  readonly selection: FigureSelection;
  readonly statuses: readonly EnumValue<"Status">[];
}

/** How many there are, by metric or region: those published from their summaries, others, which are few, one by one. */
async function countsBy(column: Named, { selection, statuses }: AdminRead): Promise<ReadonlyMap<number, number>> {
  const published = statuses.includes("published") ? await countBy(column, { selection, shown: [] }) : new Map();
  const counts = new Map([...published].map(([key, { figures }]) => [key, figures as number]));
  const others = statuses.filter((status) => status !== "published");
  if (others.length === 0) return counts;
  const key = Prisma.raw(`f."${column}"`);
  const rows = await db().$queryRaw<{ key: number | bigint; figures: number | bigint }[]>`
    SELECT ${key} AS "key", count(*) AS "figures" FROM "Figure" f ${engine().dialect.byDay}
    WHERE ${conditionOf(selection, "scan", others)} GROUP BY ${key}`;
  for (const row of rows) counts.set(Number(row.key), (counts.get(Number(row.key)) ?? 0) + Number(row.figures));
  return counts;
}

async function countOf(read: AdminRead): Promise<number> {
  return [...(await countsBy("metricId", read)).values()].reduce((sum, figures) => sum + figures, 0);
}

/** Up to so many figures are looked up and put in order; more are met soon by going through them in their order. */
const FEW = 200_000;

type InOrder = (read: AdminRead, skip: number, take: number) => Promise<readonly number[]>;

/** Internal keys of figures, the last recorded first. */
const lastRecorded: InOrder = async (read, skip, take) => {
  const { selection, statuses } = read;
  const isFew = (await countOf(read)) <= FEW;
  const rows = await db().$queryRaw<{ id: number | bigint }[]>(
    isFew
      ? Prisma.sql`SELECT f."id" FROM "Figure" f WHERE ${conditionOf(selection, "index", statuses)}
          ORDER BY + f."id" DESC LIMIT ${take} OFFSET ${skip}`
      : Prisma.sql`SELECT f."id" FROM "Figure" f ${engine().dialect.byKey} WHERE ${conditionOf(selection, "scan", statuses)}
          ORDER BY f."id" DESC LIMIT ${take} OFFSET ${skip}`,
  );
  return rows.map(({ id }) => Number(id));
};

/** Those with the newest days first; of each status the first ones are found by themselves, since an index has them in this order. */
const newestDated: InOrder = async (read, skip, take) => {
  const { selection, statuses } = read;
  const isFew = (await countOf(read)) <= FEW;
  const parts = statuses.map((status) =>
    isFew
      ? Prisma.sql`SELECT f."id", f."lastDay" FROM "Figure" f WHERE ${conditionOf(selection, "index", [status])}`
      : Prisma.sql`SELECT * FROM (SELECT f."id", f."lastDay" FROM "Figure" f ${engine().dialect.byDay}
          WHERE ${conditionOf(selection, "scan", [status])} ORDER BY f."lastDay" DESC NULLS LAST, f."id" LIMIT ${skip + take}) first`,
  );
  const rows = await db().$queryRaw<{ id: number | bigint }[]>`
    SELECT "id" FROM (${Prisma.join(parts, " UNION ALL ")}) f ORDER BY "lastDay" DESC NULLS LAST, "id" LIMIT ${take} OFFSET ${skip}`;
  return rows.map(({ id }) => Number(id));
};

/** By the names of their metrics or regions, of each the last recorded first: those that come before are passed over by their counts. */
const byNames =
  (column: Named, selected: "metrics" | "regions"): InOrder =>
  async (read, skip, take) => {
    const counts = await countsBy(column, read);
    const named = column === "metricId" ? db().metric : db().region;
    const order = await (named as PrismaClient["metric"]).findMany({ select: { id: true }, orderBy: { name: "asc" } });
    const found: number[] = [];
    let before = skip;
    for (const { id } of order) {
      const count = counts.get(id) ?? 0;
      if (count > before) {
        const selection = { ...read.selection, [selected]: [id] };
        found.push(...(await lastRecorded({ ...read, selection }, before, take - found.length)));
        if (found.length >= take) break;
      }
      before = Math.max(0, before - count);
    }
    return found;
  };

const ORDERS: Readonly<Partial<Record<AdminListQuery["sort"], InOrder>>> = {
  date: newestDated,
  metric: byNames("metricId", "metrics"),
  region: byNames("regionId", "regions"),
};

/** Figures that are looked for by a text, or that need care. */
async function listFound(query: AdminListQuery): Promise<AdminListPage<AdminRows["figures"]>> {
  const { metric, region, source, topic, organisation } = query;
  const care = await careIds(query);
  const where: Prisma.FigureWhereInput = {
    ...withStatus(query.status),
    ...(metric === null ? {} : { metric: { slug: metric } }),
    ...(topic === null ? {} : { metric: { ...(metric === null ? {} : { slug: metric }), topic: { slug: topic } } }),
    ...(region === null ? {} : { regionId: { in: await regionsWithin([region]) } }),
    ...(organisation === null ? {} : { organisation: { slug: organisation } }),
    ...(source === null ? {} : { citations: { some: { source: { slug: source } } } }),
    ...(care === null ? {} : { id: { in: [...care] } }),
    ...(query.text === "" ? {} : await figuresWith(query.text)),
  };
  if (care !== null && query.sort === "newest") {
    const rows = await db().figure.findMany({ where, select: { id: true } });
    const found = new Set(rows.map(({ id }) => id));
    const inOrder = care.filter((id) => found.has(id));
    return readPage(query, inOrder.length, (skip, take) => readAdminFigures(inOrder.slice(skip, skip + take)));
  }
  return readPage(query, await db().figure.count({ where }), async (skip, take) => {
    const orderBy = [...(ORDER_OF_FOUND[query.sort] ?? []), { id: "desc" as const }];
    const ids = await db().figure.findMany({ where, select: { id: true }, orderBy, skip, take });
    return readAdminFigures(ids.map(({ id }) => id));
  });
}

const ORDER_OF_FOUND: Readonly<
  Partial<Record<AdminListQuery["sort"], readonly Prisma.FigureOrderByWithRelationInput[]>>
> = {
  date: [{ lastDay: { sort: "desc", nulls: "last" } }],
  metric: [{ metric: { name: "asc" } }],
  region: [{ region: { name: "asc" } }],
};

async function careIds({ care }: AdminListQuery): Promise<readonly number[] | null> {
  if (care === "stale") return (await findStale(utcDay(new Date()))).ids;
  return care === "differing" ? (await findDiffering()).ids : null;
}

/** Figures of any status by their internal keys, in the order given. */
export async function readAdminFigures(ids: readonly number[]): Promise<readonly AdminRows["figures"][]> {
  const rows = await readRows({ id: { in: [...ids] } });
  const rowOf = new Map(rows.map(({ id, row }) => [id, row]));
  return ids.flatMap((id) => rowOf.get(id) ?? []);
}

/** Figures of any status by their public keys, in the order given; unknown keys are left out. */
export async function listAdminFiguresByKeys(keys: readonly string[]): Promise<readonly AdminRows["figures"][]> {
  const rows = await readRows({ publicId: { in: [...keys] } });
  const rowOf = new Map(rows.map(({ row }) => [row.key, row]));
  return keys.flatMap((key) => rowOf.get(key) ?? []);
}

async function readRows(where: Prisma.FigureWhereInput) {
  const found = await db().figure.findMany({ where, select: { id: true, status: true, ...figureSelect } });
  return found.map(({ id, status, ...columns }) => {
    const figure = toFigure(columns);
    return { id, row: { key: figure.id, version: figure.version, state: status, figure } };
  });
}
