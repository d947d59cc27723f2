import "server-only";
import { figuresWith } from "@/lib/data/admin/find";
import { readPage, withStatus } from "@/lib/data/admin/paging";
import { dayOf, findDiffering, findStale } from "@/lib/data/admin/review-queue";
import { db } from "@/lib/data/db/client";
import { figureSelect, toFigure } from "@/lib/data/public/figure-row";
import { regionsWithin } from "@/lib/data/public/regions";
import type { AdminListPage, AdminListQuery, AdminRows } from "@/lib/figures/admin-records";
import type { Prisma } from "@/lib/generated/prisma/client";

const ORDERS: Readonly<Partial<Record<AdminListQuery["sort"], readonly Prisma.FigureOrderByWithRelationInput[]>>> = {
  date: [{ lastDay: { sort: "desc", nulls: "last" } }],
  metric: [{ metric: { name: "asc" } }],
  region: [{ region: { name: "asc" } }],
};

/** Figures for editors, drafts included: 50 a page, newest recorded first unless asked otherwise; those that need care, the worst first. */
export async function listAdminFigures(query: AdminListQuery): Promise<AdminListPage<AdminRows["figures"]>> {
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
    const orderBy = [...(ORDERS[query.sort] ?? []), { id: "desc" as const }];
    const ids = await db().figure.findMany({ where, select: { id: true }, orderBy, skip, take });
    return readAdminFigures(ids.map(({ id }) => id));
  });
}

async function careIds({ care }: AdminListQuery): Promise<readonly number[] | null> {
  if (care === "stale") return (await findStale(dayOf(new Date()))).ids;
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
