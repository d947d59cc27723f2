import "server-only";
import { db } from "@/lib/data/client";
import { differences, type FieldDifference, readSnapshot } from "@/lib/data/writing/revisions";
import { storeOf } from "@/lib/data/writing/stores";
import { MODELS } from "@/lib/data/writing/tables";
import type { Noun } from "@/lib/schemas/nouns";

/** One change of a row: what it did, why, who, when (ISO 8601), and what differs field by field. */
export interface HistoryEntry {
  /** Version of the row that it made. */
  readonly version: number;
  readonly kind: string;
  readonly cause: string | null;
  readonly reason: string | null;
  readonly who: string;
  readonly at: string;
  readonly changes: readonly FieldDifference[];
  /** Number of the revision, by which that version can be restored. */
  readonly revision: number;
}

const MOST_ENTRIES = 1000;

/** Every change of a row, newest first, at most 1,000; null when there is no such row. For editors: drafts are in it. */
export async function findHistory(noun: Noun, key: string): Promise<readonly HistoryEntry[] | null> {
  const stored = await storeOf(noun).find(db(), key);
  if (stored === null) return null;
  const rows = await db().revision.findMany({
    where: { noun: MODELS[noun], key },
    orderBy: { id: "desc" },
    take: MOST_ENTRIES,
  });
  return rows.map(({ id, kind, cause, reason, who, at, before, after }, index) => {
    const became = readSnapshot(noun, after);
    return {
      version: stored.version - index,
      kind,
      cause,
      reason,
      who,
      at: at.toISOString(),
      changes: became === null ? [] : differences(readSnapshot(noun, before), became),
      revision: id,
    };
  });
}
