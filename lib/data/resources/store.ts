import "server-only";
import type { Tx } from "@/lib/data/db/transaction";
import type { Reference, References } from "@/lib/data/resources/references";
import {
  type Content,
  hasDrafts,
  type Labels,
  type State,
  type Stored,
  standing,
  stateOf,
} from "@/lib/data/revisions/record";
import { type ChangeContext, recordNewRevisions } from "@/lib/data/revisions/revisions";
import { keyColumn, type PartName, type Row, type TableName, tableName, tableOf } from "@/lib/data/revisions/tables";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Resource } from "@/lib/schemas/resources";

/** A row that is to be made, complete but for its internal key. */
interface NewRow<N extends Resource> {
  readonly key: string;
  readonly content: Content<N>;
  readonly state: State;
  readonly references: References;
}

/** What else depends on a row: how many of what, in the singular ("published figure"). */
export interface Dependant {
  readonly count: number;
  readonly what: string;
}

/** How the rows of one resource are kept. Everything here happens within the caller's transaction. */
export interface ResourceStore<N extends Resource> {
  /** Rows that a content refers to. */
  references(content: Content<N>): readonly Reference[];
  /** Refuses a content that does not fit what is there; `key` is null for a new row. */
  check?(tx: Tx, key: string | null, content: Content<N>): Promise<void>;
  /** A row by its key; null when there is none. */
  find(tx: Tx, key: string): Promise<Stored<N> | null>;
  /** Writes a new row with its first revision. */
  insert(tx: Tx, row: NewRow<N>, context: ChangeContext): Promise<Pick<Stored<N>, "id" | "recordedAt">>;
  /** Writes the next version over the one given; false, writing nothing, when that is not the newest any more. */
  update(tx: Tx, before: Stored<N>, next: Omit<NewRow<N>, "key">): Promise<boolean>;
  /** Writes only where a row stands, with the same guard. */
  mark(tx: Tx, before: Stored<N>, state: State): Promise<boolean>;
  /** What published depends on a row. */
  dependants(tx: Tx, id: number): Promise<readonly Dependant[]>;
}

/** Resources whose rows are kept one by one through Prisma: all but figures. */
export type ListedResource = Exclude<Resource, "figures">;

/** A store that lists what readers see, too. */
export interface ListedStore<N extends Resource> extends ResourceStore<N> {
  /** Public rows of a condition of Prisma's, at most `take`, in the order in which they were made. */
  list(tx: Tx, where: object, take: number): Promise<readonly Stored<N>[]>;
}

/** The part of an update that guards against a version that is not the newest any more. */
export function guarded({ id, version }: { readonly id: number; readonly version: number }) {
  return { id, version };
}

type Delegate<N extends Resource> = Prisma.TransactionClient[TableName<N>];
type Kept = "id" | "slug" | "version" | "status" | "retracted" | "listed";

/** A database row but for what every resource has: its internal key, slug, version and where it stands. */
type Said<N extends Resource, Include> = Omit<
  Prisma.Result<Delegate<N>, { include: Include }, "findUniqueOrThrow">,
  Kept
>;

/** The columns of a row that say what an editor has said of it. */
type Columns<N extends Resource> = Omit<
  Exclude<Prisma.Args<Delegate<N>, "createMany">["data"], readonly unknown[]>,
  Kept | "code"
>;

/** Rows of another table that belong to a row and are written with it, in order. */
interface Part<N extends Resource> {
  readonly table: PartName;
  /** The column that names the row they belong to. */
  readonly owner: string;
  rows(content: Content<N>, references: References): readonly object[];
}

/** In what the rows of one resource differ from those of others. */
interface StoreSpec<N extends Resource, Include> extends Partial<Pick<ResourceStore<N>, "references" | "check">> {
  /** What is read with a row. */
  readonly include?: Include;
  /** What an editor has said of a row, and the names behind its keys. */
  read(row: Said<N, Include>): { readonly content: Content<N>; readonly labels?: Labels };
  /** What is written of a content into the row itself. */
  columns(content: Content<N>, references: References): Columns<N>;
  /** What is written of it into other tables, by the field of the row that holds them. */
  readonly parts?: Readonly<Record<string, Part<N>>>;
  /** Counts of what published depends on a row, by what it is in the singular. */
  dependants?(tx: Tx, id: number): Readonly<Record<string, Promise<number>>>;
}

/** The store of a resource whose rows are kept one by one through Prisma. */
export function makeStore<N extends Resource, Include extends object = Record<never, never>>(
  resource: N,
  { include, references = () => [], check, read, columns, parts = {}, dependants }: StoreSpec<N, Include>,
): ListedStore<N> {
  const table = (tx: Tx) => tableOf(tx, tableName(resource));
  const keyed = (key: string) => ({ [keyColumn(resource)]: key });
  const next = (state: State) => ({ ...standing(resource, state), version: { increment: 1 } });
  const beside = include === undefined ? {} : { include };
  const isPublic = hasDrafts(resource) ? { status: "published" } : { retracted: false, listed: true };
  const toStored = (key: string, found: Row): Stored<N> => {
    const { id, slug: _, version, status: __, retracted: ___, listed, ...row } = found;
    const { content, labels = {} } = read(row as unknown as Said<N, Include>);
    return { id, key, version, state: stateOf(found), ...(listed === undefined ? {} : { listed }), content, labels };
  };
  return {
    references,
    ...(check === undefined ? {} : { check }),

    async find(tx, key) {
      const found = await table(tx).findUnique({ where: keyed(key), ...beside });
      return found === null ? null : toStored(key, found);
    },

    async list(tx, where, take) {
      const rows = await table(tx).findMany({
        where: { ...where, ...isPublic },
        orderBy: { id: "asc" },
        take,
        ...beside,
      });
      return rows.map((row) => toStored(String(row[keyColumn(resource)]), row));
    },

    async insert(tx, row, context) {
      const { key, content, state } = row;
      const { listed = true } = context;
      const made = Object.entries(parts).map(([field, part]) => [
        field,
        { createMany: { data: part.rows(content, row.references) } },
      ]);
      const data = {
        ...columns(content, row.references),
        ...keyed(key),
        ...(hasDrafts(resource) ? { status: state } : { listed }),
        ...Object.fromEntries(made),
      };
      const { id } = await table(tx).create({ data, select: { id: true } });
      await recordNewRevisions(tx, resource, row, context);
      return { id };
    },

    async update(tx, before, { content, state, references: found }) {
      const data = { ...columns(content, found), ...next(state) };
      const { count } = await table(tx).updateMany({ where: guarded(before), data });
      if (count === 0) return false;
      for (const { table: part, owner, rows } of Object.values(parts)) {
        await tableOf(tx, part).deleteMany({ where: { [owner]: before.id } });
        await tableOf(tx, part).createMany({
          data: rows(content, found).map((row) => ({ ...row, [owner]: before.id })),
        });
      }
      return true;
    },

    async mark(tx, before, state) {
      const { count } = await table(tx).updateMany({ where: guarded(before), data: next(state) });
      return count === 1;
    },

    async dependants(tx, id) {
      const counts: Dependant[] = [];
      for (const [what, count] of Object.entries(dependants?.(tx, id) ?? {})) counts.push({ what, count: await count });
      return counts;
    },
  };
}
