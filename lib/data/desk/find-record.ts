import "server-only";
import { db } from "@/lib/data/client";
import { type NounRecord, toRecord } from "@/lib/data/writing/record";
import { storeOf } from "@/lib/data/writing/stores";
import type { Noun } from "@/lib/schemas/nouns";

/** A row as the API gives it, drafts and retracted ones included, for the form that changes it; null when there is none. */
export async function findRecord(noun: Noun, key: string): Promise<NounRecord | null> {
  const stored = await storeOf(noun).find(db(), key);
  return stored === null ? null : toRecord(noun, stored);
}
