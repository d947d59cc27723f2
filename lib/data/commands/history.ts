import "server-only";
import { db } from "@/lib/data/db/client";
import { storeOf } from "@/lib/data/resources/registry";
import { differences, readSnapshot } from "@/lib/data/revisions/revisions";
import { MODELS } from "@/lib/data/revisions/tables";
import type { RecordChange } from "@/lib/figures/admin-records";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Resource } from "@/lib/schemas/resources";

/** One change of a row, and the version of the row that it made. */
export interface HistoryEntry extends RecordChange {
  readonly version: number;
}

const MOST_ENTRIES = 1000;

/** Every change of a row, newest first, at most 1,000; null when there is no such row. For editors: drafts are in it. */
export async function findHistory(resource: Resource, key: string): Promise<readonly HistoryEntry[] | null> {
  const stored = await storeOf(resource).find(db(), key);
  if (stored === null) return null;
  const rows = await db().revision.findMany({
    where: { resource: MODELS[resource], key },
    orderBy: { id: "desc" },
    take: MOST_ENTRIES,
  });
  return rows.map((row, index) => ({ version: stored.version - index, ...changeOf(resource, row) }));
}

/** A revision as editors read it: what it did, why, who, when, and what differs field by field (nothing for a revision of no record). */
export function changeOf(resource: Resource | null, row: Prisma.RevisionGetPayload<object>): RecordChange {
  const { id, kind, cause, reason, who, at, before, after } = row;
  const became = resource === null ? null : readSnapshot(resource, after);
  const changes = resource === null || became === null ? [] : differences(readSnapshot(resource, before), became);
  return { kind, cause, reason, who, at: at.toISOString(), changes, revision: id };
}
