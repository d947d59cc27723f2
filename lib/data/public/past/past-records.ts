import "server-only";
import { db } from "@/lib/data/db/client";
import { metricSelect, regionSelect, sourceSelect } from "@/lib/data/public/figure-row";
import type { Snapshot } from "@/lib/data/revisions/record";
import { readSnapshot } from "@/lib/data/revisions/revisions";
import { MODELS } from "@/lib/data/revisions/tables";
import type { MetricRef, OrganisationRef, RegionRef, SourceRef } from "@/lib/figures/figure";
import { scopeOf } from "@/lib/publication/changed-scopes";
import type { Scope } from "@/lib/publication/scopes";

/** What figures refer to. */
interface Records {
  readonly metrics: MetricRef;
  readonly regions: RegionRef;
  readonly organisations: OrganisationRef;
  readonly sources: SourceRef;
}
type Kind = keyof Records;
const KINDS = ["metrics", "regions", "organisations", "sources"] as const satisfies readonly Kind[];

/** A record by its key as it was just before a revision; Infinity for now. Undefined for one that is not there. */
export type RecordThen = <K extends Kind>(kind: K, key: string, revision: number) => Records[K] | undefined;

/** Keys asked for at once: SQLite takes 999 values in a query. */
const BATCH = 450;

/** Reads metrics, regions, organisations and sources by their keys, with what they were before each of their changes. */
export async function readPastRecords(keys: Readonly<Record<Kind, Iterable<string>>>): Promise<RecordThen> {
  const now = new Map<string, Records[Kind]>();
  const changes = new Map<string, { readonly revision: number; readonly before: Snapshot | null }[]>();
  for (const kind of KINDS) {
    const all = [...new Set(keys[kind])];
    for (let at = 0; at < all.length; at += BATCH) {
      const some = all.slice(at, at + BATCH);
      for (const [key, record] of await readNow(kind, some)) now.set(`${kind} ${key}`, record);
      const rows = await db(...scopesOf(kind, some)).revision.findMany({
        where: { resource: MODELS[kind], key: { in: some } },
        select: { id: true, key: true, before: true },
        orderBy: { id: "asc" },
      });
      for (const { id, key, before } of rows) {
        const name = `${kind} ${key}`;
        const change = { revision: id, before: readSnapshot(kind, before) };
        changes.set(name, [...(changes.get(name) ?? []), change]);
      }
    }
  }
  return <K extends Kind>(kind: K, key: string, revision: number) => {
    const name = `${kind} ${key}`;
    const record = now.get(name) as Records[K] | undefined;
    const next = changes.get(name)?.find((change) => change.revision >= revision);
    // One that was recorded later is as it is today.
    return record === undefined || next?.before == null ? record : withParts(record, next.before);
  };
}

const scopesOf = (kind: Kind, keys: readonly string[]): readonly Scope[] => keys.map((key) => scopeOf(kind, key));

/** A record with what a version of it said; its topic is the one it has now. */
export function withParts<Item extends object>(record: Item, version: Snapshot): Item {
  const parts = Object.entries(version).filter(([name]) => name in record && name !== "topic");
  return { ...record, ...Object.fromEntries(parts) };
}

async function readNow(kind: Kind, keys: readonly string[]): Promise<readonly (readonly [string, Records[Kind]])[]> {
  const client = db(...scopesOf(kind, keys));
  const slug = { in: [...keys] };
  switch (kind) {
    case "metrics":
      return (await client.metric.findMany({ where: { slug }, select: metricSelect })).map((row) => [row.slug, row]);
    case "regions":
      return (await client.region.findMany({ where: { code: slug }, select: regionSelect })).map((row) => [
        row.code,
        row,
      ]);
    case "organisations":
      return (await client.organisation.findMany({ where: { slug }, select: { slug: true, name: true } })).map(
        (row) => [row.slug, row],
      );
    case "sources":
      return (await client.source.findMany({ where: { slug }, select: sourceSelect })).map((row) => [row.slug, row]);
  }
}
