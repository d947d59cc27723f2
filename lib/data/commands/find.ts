import "server-only";
import { db } from "@/lib/data/db/client";
import { storeOf } from "@/lib/data/resources/registry";
import { type Content, type ResourceRecord, type State, toRecord } from "@/lib/data/revisions/record";
import type { Resource } from "@/lib/schemas/resources";

/** A row with where it stands for readers, for the API; null when there is none. The caller decides who may see a draft. */
export async function findRecord(
  resource: Resource,
  key: string,
): Promise<{ readonly record: ResourceRecord; readonly state: State } | null> {
  const stored = await storeOf(resource).find(db(), key);
  if (stored === null) return null;
  const isHidden = stored.state === "published" && stored.listed === false;
  return { record: toRecord(resource, stored), state: isHidden ? "draft" : stored.state };
}

/** A record as readers may see it: a chart without the drafts among its figures, which one of an earlier program may name. */
export async function withoutDrafts(resource: Resource, record: ResourceRecord): Promise<ResourceRecord> {
  if (resource !== "charts") return record;
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
