import "server-only";
import { findIds } from "@/lib/data/admin/find";
import { readPage, withStatus } from "@/lib/data/admin/paging";
import { db } from "@/lib/data/db/client";
import { hasDrafts, stateOf } from "@/lib/data/revisions/record";
import { keyColumn, type Row, type TableName, tableName, tableOf } from "@/lib/data/revisions/tables";
import type { AdminListPage, AdminListQuery, AdminResource, AdminRows } from "@/lib/figures/admin-records";
import type { Prisma } from "@/lib/generated/prisma/client";

/** Reads one page of the records of a resource. */
export type Reader<N extends AdminResource> = (query: AdminListQuery) => Promise<AdminListPage<AdminRows[N]>>;

type Delegate<N extends AdminResource> = Prisma.TransactionClient[TableName<N>];
type Condition<N extends AdminResource> = NonNullable<Prisma.Args<Delegate<N>, "count">["where"]>;
type Order<N extends AdminResource> = readonly Exclude<
  Prisma.Args<Delegate<N>, "findMany">["orderBy"],
  readonly unknown[] | undefined
>[];

/** In what the list of one resource differs from those of others. */
interface ListSpec<N extends AdminResource, Include> {
  /** What the query narrows beyond status and text. */
  where?(query: AdminListQuery): Condition<N> | Promise<Condition<N>>;
  readonly include: Include;
  /** The order of the list, and those that may be asked for instead. */
  readonly order: Order<N>;
  readonly orders: Readonly<Partial<Record<AdminListQuery["sort"], Order<N>>>>;
  /** A row of the list but for its key, its version and where it stands. */
  toRow(
    row: Prisma.Result<Delegate<N>, { include: Include }, "findUniqueOrThrow">,
  ): Omit<AdminRows[N], "key" | "version" | "state">;
}

/** The list of a resource whose records are few enough to be sorted by how well they match a text. */
export function makeList<N extends Exclude<AdminResource, "figures">, Include extends object>(
  resource: N,
  { where, include, order, orders, toRow }: ListSpec<N, Include>,
): Reader<N> {
  const key = keyColumn(resource);
  const listed = (row: Row) =>
    ({
      ...{ key: row[key], version: row.version, state: stateOf(row) },
      ...toRow(row as unknown as Parameters<typeof toRow>[0]),
    }) as unknown as AdminRows[N];

  return async (query) => {
    const ids = query.text === "" ? null : await findIds(resource, query.text);
    const standing = hasDrafts(resource) ? withStatus(query.status) : withRetracted(query.status);
    const words = ids === null ? {} : { id: { in: [...ids] } };
    const condition = { AND: [standing, (await where?.(query)) ?? {}, words] };
    const table = tableOf(db(), tableName(resource));
    const asked = { where: condition, include, orderBy: [...(orders[query.sort] ?? order)] };
    const read = (range: object) => table.findMany({ ...asked, ...range });
    if (query.sort !== "best" || ids === null) {
      const total = await table.count({ where: condition });
      return readPage(query, total, async (skip, take) => (await read({ skip, take })).map(listed));
    }
    const rank = new Map(ids.map((id, index) => [id, index]));
    const rows = [...(await read({}))].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
    return readPage(query, rows.length, async (skip, take) => rows.slice(skip, skip + take).map(listed));
  };
}

/** The condition of a status for a resource that is only in use or retracted; it has no drafts. */
function withRetracted(status: AdminListQuery["status"]) {
  if (status === "all") return {};
  return status === "draft" ? { id: { in: [] } } : { retracted: status === "retracted" };
}
