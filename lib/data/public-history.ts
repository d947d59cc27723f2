import "server-only";
import { db } from "@/lib/data/client";
import { listMetrics } from "@/lib/data/metrics";
import { listOrganisations } from "@/lib/data/organisations";
import { listRegions } from "@/lib/data/regions";
import { listSources } from "@/lib/data/sources";
import { differences, readSnapshot } from "@/lib/data/writing/revisions";
import type { RevisionRecord } from "@/lib/figures/records";
import type { Prisma } from "@/lib/generated/prisma/client";

const select = {
  id: true,
  kind: true,
  who: true,
  cause: true,
  reason: true,
  at: true,
  before: true,
  after: true,
} as const;
type Row = Prisma.RevisionGetPayload<{ select: typeof select }>;
type Snapshot = Readonly<Record<string, unknown>>;

/**
 * The part of a figure's history that readers may see, oldest first: what was published, what changed from one published version
 * to the next, and when it was withdrawn. What a draft said is nowhere in it.
 */
export async function findPublicHistory(key: string): Promise<readonly RevisionRecord[]> {
  const rows = await db().revision.findMany({ where: { noun: "Figure", key }, select, orderBy: { id: "asc" } });
  const history = publicPart(rows);
  return history.some(({ changes }) => changes.length > 0) ? withNames(history) : history;
}

function publicPart(rows: readonly Row[]): readonly RevisionRecord[] {
  let shown: Snapshot | null = null;
  return rows.flatMap(({ at, before: beforeText, after: afterText, ...row }) => {
    const [before, after] = [readSnapshot("figures", beforeText), readSnapshot("figures", afterText)];
    // What an earlier program kept in a form of its own was published, and is told without its contents.
    const isPublic = after === null || after.status === "published";
    const wasPublic = shown !== null || before?.status === "published";
    if (!isPublic && !(after.status === "retracted" && wasPublic)) return [];
    const from = shown ?? (before?.status === "published" ? before : null);
    const changes = isPublic && from !== null && after !== null ? differences(from, after) : [];
    if (isPublic) shown = after ?? shown;
    return [{ ...row, at: at.toISOString(), changes: changes.filter(({ field }) => field !== "status") }];
  });
}

/** The same with names in place of the keys of metrics, regions, organisations and sources. */
async function withNames(history: readonly RevisionRecord[]): Promise<readonly RevisionRecord[]> {
  const [metrics, regions, organisations, sources] = await Promise.all([
    listMetrics(),
    listRegions(),
    listOrganisations(),
    listSources(),
  ]);
  const names = new Map<string, string>([
    ...metrics.map(({ slug, name }) => [`metric ${slug}`, name] as const),
    ...regions.map(({ code, name }) => [`region ${code}`, name] as const),
    ...organisations.map(({ slug, name }) => [`organisation ${slug}`, name] as const),
    ...sources.map(({ slug, title }) => [`source ${slug}`, title] as const),
  ]);
  const named = (field: string, value: unknown): unknown => {
    if (typeof value === "string") return names.get(`${field} ${value}`) ?? value;
    if (field !== "citations" || !Array.isArray(value)) return value;
    return value.map((citation: Snapshot) => ({ ...citation, source: named("source", citation.source) }));
  };
  return history.map((revision) => ({
    ...revision,
    changes: revision.changes.map(({ field, before, after }) => ({
      field,
      before: named(field, before),
      after: named(field, after),
    })),
  }));
}
