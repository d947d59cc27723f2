import "server-only";
import { db } from "@/lib/data/db/client";
import { findFigureThen } from "@/lib/data/public/past/figure-then";
import type { KnownOn } from "@/lib/data/public/selection/figure-selection";
import { isPublic } from "@/lib/data/public/withdrawn";
import { storeOf } from "@/lib/data/resources/registry";
import { type ResourceRecord, type Snapshot, toRecord } from "@/lib/data/revisions/record";
import { readSnapshot } from "@/lib/data/revisions/revisions";
import { MODELS } from "@/lib/data/revisions/tables";
import type { Withdrawal } from "@/lib/figures/view-models";
import type { Resource } from "@/lib/schemas/resources";

/** A record as it was known on a day, or that it was retracted then; null where it was not known. */
type RecordThen = { readonly record: ResourceRecord } | { readonly withdrawal: Withdrawal } | null;

/**
 * A record as it was known on a day, for the API: as readers saw it here then; what they saw only later, as it is today, a figure where a
 * source had published it. Names behind keys (`labels`) are those of today, for what it named then and names still.
 */
export async function findRecordThen(resource: Resource, key: string, knownOn: KnownOn): Promise<RecordThen> {
  const stored = await storeOf(resource).find(db(), key);
  if (stored === null || stored.listed === false) return null;
  const revisions = await db().revision.findMany({
    where: { resource: MODELS[resource], key },
    select: { id: true, before: true, after: true, at: true, reason: true },
    orderBy: { id: "asc" },
  });
  const later = revisions.filter(({ id }) => id >= knownOn.boundary);
  const last = revisions[revisions.length - later.length - 1];
  const said = readSnapshot(resource, last?.after ?? later[0]?.before ?? null);
  const today = toRecord(resource, stored);
  if (said !== null && isPublic(resource, said)) return { record: withSaid(today, said, later.length) };
  const wasPublic = revisions.some(
    ({ id, before }) => id < knownOn.boundary && isPublic(resource, readSnapshot(resource, before) ?? {}),
  );
  if (last !== undefined && wasPublic) {
    return { withdrawal: { name: null, at: last.at.toISOString(), reason: last.reason, replacedBy: replacedBy(said) } };
  }
  if (stored.state !== "published") return null;
  if (resource !== "figures") return { record: today };
  const found = await findFigureThen(key, knownOn);
  if (found === null) return null;
  const cited = new Set(found.figure.citations.map(({ source }) => source.slug));
  const citations = (today.citations as readonly { readonly source: string }[]).filter(({ source }) =>
    cited.has(source),
  );
  return { record: { ...today, citations } };
}

const replacedBy = (said: Snapshot | null) => (typeof said?.replacedBy === "string" ? said.replacedBy : null);

function withSaid(today: ResourceRecord, said: Snapshot, changes: number): ResourceRecord {
  const labels = Object.entries(today.labels).filter(([path]) => {
    const [field = ""] = path.split(".");
    return JSON.stringify(today[field]) === JSON.stringify(said[field]);
  });
  return { ...today, ...said, version: today.version - changes, labels: Object.fromEntries(labels) };
}
