import "server-only";
import { db } from "@/lib/data/client";
import { keptUntilChange } from "@/lib/data/kept";
import { findRecord } from "@/lib/data/writing/find";
import type { NounRecord } from "@/lib/data/writing/record";
import type { Noun } from "@/lib/schemas/nouns";

/** Most sources whose addresses a form knows. */
const MOST_KNOWN = 5000;

/** A record for an editor to read or change, whatever its status; null when there is none of that key. */
export async function findDeskRecord(noun: Noun, key: string): Promise<NounRecord | null> {
  return (await findRecord(noun, key))?.record ?? null;
}

/** What an address is compared with: sources in use, the newest first, at most 5,000. */
export function listKnownSources() {
  return keptUntilChange("desk known sources", () =>
    db("source").source.findMany({
      where: { retracted: false },
      select: { slug: true, title: true, url: true, publisher: true, language: true, kind: true },
      orderBy: { id: "desc" },
      take: MOST_KNOWN,
    }),
  );
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
