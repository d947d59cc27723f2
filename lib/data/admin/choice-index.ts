import "server-only";
import { db } from "@/lib/data/db/client";
import { MODELS } from "@/lib/data/revisions/tables";
import { type Findable, findable, type Texts } from "@/lib/figures/choice-match";
import type { ChoiceResource } from "@/lib/figures/figure-choices";
import { readingOnly } from "@/lib/publication/reads";

/** A record as it was read, with its key, its place in the order of its list, and the texts it is found by. */
interface IndexRow<Record> {
  readonly key: string;
  readonly record: Record;
  readonly isRetracted: boolean;
  readonly place: string | number;
  readonly texts: Texts;
}

/** The records of a resource, ready to be found. */
export interface ChoiceIndex<Record> {
  /** All of them by key, retracted ones included; and the keys of these. */
  readonly byKey: ReadonlyMap<string, Record>;
  readonly retracted: ReadonlySet<string>;
  /** Those in use in the order of their list; and the same to be searched. */
  readonly inUse: readonly Record[];
  readonly findable: readonly Findable<Record>[];
}

/** How the records of a resource are read: all (null), or those of these keys with all whose texts name them. */
export interface IndexSource<Record> {
  readonly resource: ChoiceResource;
  /** Another resource that the texts name. */
  readonly names?: ChoiceResource;
  readonly read: (keys: readonly string[] | null) => Promise<readonly IndexRow<Record>[]>;
}

type Entry<Record> = IndexRow<Record> & { readonly findable: Findable<Record> };

interface Kept {
  /** The last revisions of the resource and of what its texts name. */
  readonly own: number;
  readonly others: number;
  readonly entries: Promise<ReadonlyMap<string, Entry<unknown>>>;
  readonly index: Promise<ChoiceIndex<unknown>>;
}

/** Most changed records that are read one by one; of more all are read anew. SQLite takes 999 values in a query, and a region takes two. */
const MOST_CHANGED = 400;
/** Revisions before the last that are looked at again: an engine that writes several at once may show a lower number later. */
const SEEN_AGAIN = 100;

const shared = globalThis as { footnoteChoices?: Map<ChoiceResource, Kept> };

/** The index of a resource as its records stand. Of what changed since it was read last only that is read again. */
export async function readIndex<Record>(source: IndexSource<Record>): Promise<ChoiceIndex<Record>> {
  const { resource, names } = source;
  const [own, others] = await Promise.all([lastRevision(resource), names === undefined ? 0 : lastRevision(names)]);
  shared.footnoteChoices ??= new Map();
  const indexes = shared.footnoteChoices;
  const before = indexes.get(resource);
  if (before?.own === own && before.others === others) return before.index as Promise<ChoiceIndex<Record>>;
  const entries = before?.others === others ? changed(source, before) : readAll(source);
  const kept = { own, others, entries, index: entries.then((all) => indexOf([...all.values()])) };
  indexes.set(resource, kept);
  kept.index.catch(() => indexes.get(resource) === kept && indexes.delete(resource));
  return kept.index as Promise<ChoiceIndex<Record>>;
}

function lastRevision(resource: ChoiceResource): Promise<number> {
  const where = { resource: MODELS[resource] };
  return readingOnly([], async () => {
    const row = await db().revision.findFirst({ where, orderBy: { id: "desc" }, select: { id: true } });
    return row?.id ?? 0;
  });
}

async function readAll<Record>(source: IndexSource<Record>): Promise<ReadonlyMap<string, Entry<Record>>> {
  return new Map((await source.read(null)).map((row) => [row.key, entryOf(row)]));
}

async function changed<Record>(source: IndexSource<Record>, { own, entries }: Kept) {
  const where = { resource: MODELS[source.resource], id: { gt: own - SEEN_AGAIN } };
  const select = { key: true } as const;
  const revisions = await db().revision.findMany({ where, select, distinct: ["key"], take: MOST_CHANGED + 1 });
  if (revisions.length > MOST_CHANGED) return readAll(source);
  const keys = revisions.map(({ key }) => key);
  const next = new Map((await entries) as ReadonlyMap<string, Entry<Record>>);
  for (const key of keys) next.delete(key);
  for (const row of await source.read(keys)) next.set(row.key, entryOf(row));
  return next;
}

function entryOf<Record>(row: IndexRow<Record>): Entry<Record> {
  return { ...row, findable: findable(row.record, row.texts) };
}

function indexOf<Record>(entries: readonly Entry<Record>[]): ChoiceIndex<Record> {
  const inUse = entries
    .filter(({ isRetracted }) => !isRetracted)
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
  return {
    byKey: new Map(entries.map(({ key, record }) => [key, record])),
    retracted: new Set(entries.flatMap(({ key, isRetracted }) => (isRetracted ? [key] : []))),
    inUse: inUse.map(({ record }) => record),
    findable: inUse.map((entry) => entry.findable),
  };
}
