import "server-only";
import { db } from "@/lib/data/db/client";
import { siteAddress } from "@/lib/env";
import { Prisma } from "@/lib/generated/prisma/client";

/** Addresses in one part: as many as the protocol takes (sitemaps.org). */
const PART = 50_000;
/** Rows read at once. */
const BATCH = 1000;

/** What has an address of its own, by the name of its parts: its table, the column of its key, and which rows are public. */
const KINDS = {
  metrics: {
    table: Prisma.sql`"Metric"`,
    key: Prisma.sql`t."slug"`,
    isPublic: Prisma.sql`NOT t."retracted" AND t."listed"`,
  },
  regions: {
    table: Prisma.sql`"Region"`,
    key: Prisma.sql`t."code"`,
    isPublic: Prisma.sql`NOT t."retracted" AND t."listed"`,
  },
  sources: {
    table: Prisma.sql`"Source"`,
    key: Prisma.sql`t."slug"`,
    isPublic: Prisma.sql`NOT t."retracted" AND t."listed"`,
  },
  figures: {
    table: Prisma.sql`"Figure"`,
    key: Prisma.sql`t."publicId"`,
    isPublic: Prisma.sql`t."status" = 'published'`,
  },
} as const;

/** Records that have pages. */
export type SitemapKind = keyof typeof KINDS;

/** A part: records of a kind by their internal keys, the first part from 1. */
export interface SitemapPart {
  readonly kind: SitemapKind;
  readonly number: number;
}

/** Which parts there are: as many as the highest internal key asks for, so that nothing is counted. */
export async function listSitemapParts(): Promise<{ readonly parts: readonly SitemapPart[]; readonly site: string }> {
  const reader = db("metric", "region", "source", "figures-of-metric");
  const parts: SitemapPart[] = [];
  for (const kind of Object.keys(KINDS) as SitemapKind[]) {
    const [last] = await reader.$queryRaw<{ id: number | bigint | null }[]>(
      Prisma.sql`SELECT max(t."id") AS "id" FROM ${KINDS[kind].table} t`,
    );
    const count = Math.ceil(Number(last?.id ?? 0) / PART);
    parts.push(...Array.from({ length: count }, (_, index) => ({ kind, number: index + 1 })));
  }
  return { parts, site: siteAddress() };
}

/** The part of a name such as "figures-1"; null for any other name. */
export function sitemapPartNamed(name: string): SitemapPart | null {
  const [, kind = "", number = ""] = /^([a-z]+)-([1-9]\d{0,4})$/.exec(name) ?? [];
  return kind in KINDS ? { kind: kind as SitemapKind, number: Number(number) } : null;
}

/** Public records of a part, batch after batch, each with the instant (ISO 8601) of its last change; null where none is recorded. */
export async function* readSitemapPart({ kind, number }: SitemapPart) {
  const { table, key, isPublic } = KINDS[kind];
  const model = { metrics: "Metric", regions: "Region", sources: "Source", figures: "Figure" }[kind];
  const end = number * PART;
  for (let from = end - PART; from < end; from += BATCH) {
    const keys = await db().$queryRaw<{ key: string }[]>(
      Prisma.sql`SELECT ${key} AS "key" FROM ${table} t WHERE t."id" > ${from} AND t."id" <= ${from + BATCH} AND ${isPublic} ORDER BY t."id"`,
    );
    if (keys.length === 0) continue;
    const changes = await db().revision.groupBy({
      by: ["key"],
      where: { resource: model, key: { in: keys.map((row) => row.key) } },
      _max: { at: true },
    });
    const changedAt = new Map(changes.map((row) => [row.key, row._max.at?.toISOString() ?? null]));
    yield keys.map((row) => ({ key: row.key, changed: changedAt.get(row.key) ?? null }));
  }
}
