import "server-only";
import { db } from "@/lib/data/client";
import { type NounRecord, toRecord } from "@/lib/data/writing/record";
import { storeOf } from "@/lib/data/writing/stores";
import type { Noun } from "@/lib/schemas/nouns";

/** A record for an editor to read or change, whatever its status; null when there is none of that key. */
export async function findDeskRecord(noun: Noun, key: string): Promise<NounRecord | null> {
  const stored = await storeOf(noun).find(db(), key);
  return stored === null ? null : toRecord(noun, stored);
}

/** What a new record of a noun begins with beyond what its form knows: the last place, where records have one. */
export async function readBeginning(noun: Noun): Promise<Readonly<Record<string, number>>> {
  if (noun !== "charts" && noun !== "topics") return {};
  const { _max } =
    noun === "charts"
      ? await db().chart.aggregate({ _max: { position: true } })
      : await db().topic.aggregate({ _max: { position: true } });
  return { position: (_max.position ?? -1) + 1 };
}
