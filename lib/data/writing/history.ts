import "server-only";
import { db } from "@/lib/data/client";
import { differences, readSnapshot } from "@/lib/data/writing/revisions";
import { storeOf } from "@/lib/data/writing/stores";
import { MODELS } from "@/lib/data/writing/tables";
import type { DeskChange } from "@/lib/figures/desk";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Noun } from "@/lib/schemas/nouns";

/** One change of a row, and the version of the row that it made. */
export interface HistoryEntry extends DeskChange {
  readonly version: number;
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
  return rows.map((row, index) => ({ version: stored.version - index, ...changeOf(noun, row) }));
}

/** A revision as editors read it: what it did, why, who, when, and what differs field by field (nothing for a revision of no record). */
export function changeOf(noun: Noun | null, row: Prisma.RevisionGetPayload<object>): DeskChange {
  const { id, kind, cause, reason, who, at, before, after } = row;
  const became = noun === null ? null : readSnapshot(noun, after);
  const changes = noun === null || became === null ? [] : differences(readSnapshot(noun, before), became);
  return { kind, cause, reason, who, at: at.toISOString(), changes, revision: id };
}
