import "server-only";
import { db } from "@/lib/data/client";

/** Number of the last change of anything public: the highest revision, 0 before the first. Never falls. */
export async function publicationVersion(): Promise<number> {
  const { _max } = await db().revision.aggregate({ _max: { id: true } });
  return _max.id ?? 0;
}

const kept = globalThis as { footnoteKept?: Map<string, { version: number; value: Promise<unknown> }> };

/** Keeps what `read` finds until the publication version changes: for counts and choices that every page shows. */
export async function keptUntilChange<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
  const version = await publicationVersion();
  kept.footnoteKept ??= new Map();
  const entry = kept.footnoteKept.get(key);
  if (entry?.version === version) return entry.value as Promise<Value>;
  const value = read();
  kept.footnoteKept.set(key, { version, value });
  value.catch(() => kept.footnoteKept?.delete(key));
  return value;
}
