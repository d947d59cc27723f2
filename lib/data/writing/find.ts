import "server-only";
import { db } from "@/lib/data/client";
import { type NounRecord, type State, toRecord } from "@/lib/data/writing/record";
import { storeOf } from "@/lib/data/writing/stores";
import type { Noun } from "@/lib/schemas/nouns";

/** A row with where it stands, for the API; null when there is none. The caller decides who may see a draft. */
export async function findRecord(
  noun: Noun,
  key: string,
): Promise<{ readonly record: NounRecord; readonly state: State } | null> {
  const stored = await storeOf(noun).find(db(), key);
  return stored && { record: toRecord(noun, stored), state: stored.state };
}
