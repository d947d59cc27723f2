import "server-only";
import { db } from "@/lib/data/db/client";
import { readNewChanges } from "@/lib/data/db/publication-version";
import { keptAsOf } from "@/lib/data/db/replica";
import { MODELS } from "@/lib/data/revisions/tables";
import { KnownChanges } from "@/lib/publication/known-changes";
import { noteReads, readingOnly, recorded } from "@/lib/publication/reads";
import type { Scope } from "@/lib/publication/scopes";
import type { Resource } from "@/lib/schemas/resources";

/** A result that is kept, or on its way. */
interface Entry {
  /** Version before it was read. */
  readonly version: number;
  /** What it was asked for; another variant takes its place. */
  readonly variant: string | number;
  readonly reading: Promise<unknown>;
  /** From what it was read; undefined while that goes on. */
  scopes?: ReadonlySet<Scope> | null;
}

const shared = globalThis as {
  footnoteRevisionCache?: { readonly changes: KnownChanges; readonly entries: Map<string, Entry> };
};

/**
 * Keeps what `read` finds until something changes that it was read from (see `db`). One result is kept for each key: one of
 * another `variant`, such as a day, takes its place.
 */
export async function cacheUntilChange<Value>(
  key: string,
  read: () => Promise<Value>,
  variant: string | number = "",
): Promise<Value> {
  shared.footnoteRevisionCache ??= { changes: new KnownChanges(), entries: new Map() };
  const { changes, entries } = shared.footnoteRevisionCache;
  const found = await readNewChanges(changes.version);
  changes.learn(found);
  const version = changes.version ?? found.version;
  const kept = entries.get(key);
  const isGood =
    kept?.variant === variant &&
    (kept.scopes === undefined
      ? kept.version === version
      : changes.isCurrent({ version: kept.version, scopes: kept.scopes }));
  const entry = kept && isGood ? kept : begin(entries, key, { version, variant, read: () => keptAsOf(version, read) });
  try {
    const value = await entry.reading;
    noteReads(entry.scopes ?? ["everything"]);
    return value as Value;
  } catch (error) {
    if (entries.get(key) === entry) entries.delete(key);
    throw error;
  }
}

function begin(
  entries: Map<string, Entry>,
  key: string,
  { version, variant, read }: Pick<Entry, "version" | "variant"> & { readonly read: () => Promise<unknown> },
): Entry {
  const { result, scopes } = recorded(read);
  const entry: Entry = {
    version,
    variant,
    reading: result.then((value) => {
      entry.scopes = scopes();
      return value;
    }),
  };
  entries.set(key, entry);
  return entry;
}

const edited = globalThis as { footnoteEdited?: Map<string, { version: string; value: Promise<unknown> }> };

/** Keeps what `read` finds until a record of these resources changes in any way, drafts too: for what editors alone see. */
export async function cacheUntilRevision<Value>(
  key: string,
  resources: readonly Resource[],
  read: () => Promise<Value>,
): Promise<Value> {
  const last = await readingOnly([], () =>
    Promise.all(
      resources.map((resource) =>
        db().revision.findFirst({
          where: { resource: MODELS[resource] },
          orderBy: { id: "desc" },
          select: { id: true },
        }),
      ),
    ),
  );
  const version = last.map((row) => row?.id ?? 0).join(" ");
  edited.footnoteEdited ??= new Map();
  const entry = edited.footnoteEdited.get(key);
  if (entry?.version === version) return entry.value as Promise<Value>;
  const value = read();
  edited.footnoteEdited.set(key, { version, value });
  value.catch(() => edited.footnoteEdited?.delete(key));
  return value;
}
