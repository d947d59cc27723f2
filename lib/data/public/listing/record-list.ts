import "server-only";
import { db } from "@/lib/data/db/client";
import { regionsWithin } from "@/lib/data/public/regions";
import { listedStoreOf } from "@/lib/data/resources/registry";
import type { ListedResource } from "@/lib/data/resources/store";
import { type ResourceRecord, toRecord } from "@/lib/data/revisions/record";

/** Which records of a resource are meant; what is not named is not asked. */
export interface RecordFilter {
  readonly topic?: string | undefined;
  readonly parent?: string | undefined;
  readonly level?: string | undefined;
  readonly kind?: string | undefined;
  /** With the places below it. */
  readonly region?: string | undefined;
}

/** Records in the order in which they were made. `next` is the internal key after which the list goes on; null at its end. */
interface RecordList {
  readonly records: readonly ResourceRecord[];
  readonly next: number | null;
}

/** At most `take` public records of a resource after an internal key. A chart may name drafts. */
export async function listRecords(
  resource: ListedResource,
  filter: RecordFilter,
  after: number,
  take: number,
): Promise<RecordList> {
  const where = { ...(await conditionOf(filter)), id: { gt: after } };
  const found = await listedStoreOf(resource).list(db(), where, take + 1);
  const told = found.slice(0, take);
  return {
    records: told.map((stored) => toRecord(resource, stored)),
    next: found.length > take ? (told.at(-1)?.id ?? null) : null,
  };
}

async function conditionOf({ topic, parent, level, kind, region }: RecordFilter): Promise<object> {
  return {
    ...(topic === undefined ? {} : { topic: { slug: topic } }),
    ...(parent === undefined ? {} : { parent: { code: parent } }),
    ...(level === undefined ? {} : { level }),
    ...(kind === undefined ? {} : { kind }),
    ...(region === undefined ? {} : { regionId: { in: await regionsWithin([region]) } }),
  };
}
