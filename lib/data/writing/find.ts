import "server-only";
import { db } from "@/lib/data/client";
import { type Content, type NounRecord, type State, toRecord } from "@/lib/data/writing/record";
import { storeOf } from "@/lib/data/writing/stores";
import type { Noun } from "@/lib/schemas/nouns";

/** A row with where it stands for readers, for the API; null when there is none. The caller decides who may see a draft. */
export async function findRecord(
  noun: Noun,
  key: string,
): Promise<{ readonly record: NounRecord; readonly state: State } | null> {
  const stored = await storeOf(noun).find(db(), key);
  if (stored === null) return null;
  const isHidden = stored.state === "published" && stored.listed === false;
  return { record: toRecord(noun, stored), state: isHidden ? "draft" : stored.state };
}

/** A record as readers may see it: a chart without the drafts among its figures, which one of an earlier program may name. */
export async function withoutDrafts(noun: Noun, record: NounRecord): Promise<NounRecord> {
  if (noun !== "charts") return record;
  const named = record.figures as Content<"charts">["figures"];
  const rows = await db().figure.findMany({
    where: { publicId: { in: named.map(({ figure }) => figure) }, status: "published" },
    select: { publicId: true },
  });
  const isPublic = new Set(rows.map(({ publicId }) => publicId));
  const kept = named.flatMap((figure, index) => (isPublic.has(figure.figure) ? [{ figure, index }] : []));
  const labels = Object.entries(record.labels).filter(([path]) => !path.startsWith("figures."));
  const own = kept.map(({ index }, at) => [`figures.${at}.figure`, record.labels[`figures.${index}.figure`] ?? ""]);
  return {
    ...record,
    figures: kept.map(({ figure }) => figure),
    labels: Object.fromEntries([...labels, ...own]),
  };
}
