import "server-only";
import { db } from "@/lib/data/client";
import { findIds } from "@/lib/data/desk/find";
import { readPage, withStatus } from "@/lib/data/desk/paging";
import { hasDrafts, stateOf } from "@/lib/data/writing/record";
import { keyColumn, type Row, type TableName, tableName, tableOf } from "@/lib/data/writing/tables";
import type { DeskNoun, DeskPage, DeskQuery, DeskRows } from "@/lib/figures/desk";
import type { Prisma } from "@/lib/generated/prisma/client";

/** Reads one page of the records of a noun. */
export type Reader<N extends DeskNoun> = (query: DeskQuery) => Promise<DeskPage<DeskRows[N]>>;

type Delegate<N extends DeskNoun> = Prisma.TransactionClient[TableName<N>];
type Condition<N extends DeskNoun> = NonNullable<Prisma.Args<Delegate<N>, "count">["where"]>;
type Order<N extends DeskNoun> = readonly Exclude<
  Prisma.Args<Delegate<N>, "findMany">["orderBy"],
  readonly unknown[] | undefined
>[];

/** In what the list of one noun differs from those of others. */
interface ListSpec<N extends DeskNoun, Include> {
  /** What the query narrows beyond status and text. */
  where?(query: DeskQuery): Condition<N> | Promise<Condition<N>>;
  readonly include: Include;
  /** The order of the list, and those that may be asked for instead. */
  readonly order: Order<N>;
  readonly orders: Readonly<Partial<Record<DeskQuery["sort"], Order<N>>>>;
  /** A row of the list but for its key, its version and where it stands. */
  toRow(
    row: Prisma.Result<Delegate<N>, { include: Include }, "findUniqueOrThrow">,
  ): Omit<DeskRows[N], "key" | "version" | "state">;
}

/** The list of a noun whose records are few enough to be sorted by how well they match a text. */
export function makeList<N extends Exclude<DeskNoun, "figures">, Include extends object>(
  noun: N,
  { where, include, order, orders, toRow }: ListSpec<N, Include>,
): Reader<N> {
  const key = keyColumn(noun);
  const listed = (row: Row) =>
    ({
      ...{ key: row[key], version: row.version, state: stateOf(row) },
      ...toRow(row as unknown as Parameters<typeof toRow>[0]),
    }) as unknown as DeskRows[N];

  return async (query) => {
    const ids = query.text === "" ? null : await findIds(noun, query.text);
    const standing = hasDrafts(noun) ? withStatus(query.status) : withRetracted(query.status);
    const words = ids === null ? {} : { id: { in: [...ids] } };
    const condition = { AND: [standing, (await where?.(query)) ?? {}, words] };
    const table = tableOf(db(), tableName(noun));
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

/** The condition of a status for a noun that is only in use or retracted; it has no drafts. */
function withRetracted(status: DeskQuery["status"]) {
  if (status === "all") return {};
  return status === "draft" ? { id: { in: [] } } : { retracted: status === "retracted" };
}
