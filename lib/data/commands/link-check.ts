import "server-only";
import { db } from "@/lib/data/db/client";
import { raisePublication } from "@/lib/data/db/publication-version";
import { withWriteTransaction } from "@/lib/data/db/transaction";
import { CHANGED, type LinkFinding } from "@/lib/reading/article/link-finding";

/** Phrases of one source that are looked for. */
const MOST_PHRASES = 200;

/** A source whose address is to be looked at. */
export interface LinkedSource {
  readonly id: number;
  readonly slug: string;
  readonly url: string;
  /** Phrases recorded from it, at most 200. */
  readonly phrases: readonly string[];
}

/** A source by its key with the phrases that are recorded from it; null when there is none in use. */
export async function findLinkedSource(slug: string): Promise<LinkedSource | null> {
  const source = await db().source.findFirst({ where: { slug, retracted: false }, select: { id: true, url: true } });
  if (source === null) return null;
  const rows = await db().citation.findMany({
    where: {
      sourceId: source.id,
      phrase: { not: null },
      OR: [{ figure: { status: "published" } }, { milestone: { status: "published" } }],
    },
    select: { phrase: true },
    distinct: ["phrase"],
    orderBy: { id: "asc" },
    take: MOST_PHRASES,
  });
  return { ...source, slug, phrases: rows.flatMap(({ phrase }) => phrase ?? []) };
}

/**
 * Claims the source in use whose address was looked at least recently, before a moment, so that of several servers one looks; its key,
 * or null when there is none. Sources without figures have nothing to prove.
 */
export async function claimDueLink(before: Date, now: Date): Promise<string | null> {
  const inUse = { retracted: false, citations: { some: {} } } as const;
  const unseen = await db().source.findFirst({
    where: { ...inUse, linkCheck: null },
    select: { id: true, slug: true },
    orderBy: { id: "asc" },
  });
  if (unseen !== null) return unseen.slug;
  const due = await db().linkCheck.findFirst({
    where: { checkedAt: { lt: before }, source: inUse },
    select: { sourceId: true, checkedAt: true, source: { select: { slug: true } } },
    orderBy: { checkedAt: "asc" },
  });
  if (due === null) return null;
  const { count } = await db().linkCheck.updateMany({
    where: { sourceId: due.sourceId, checkedAt: due.checkedAt },
    data: { checkedAt: now },
  });
  return count === 1 ? due.source.slug : claimDueLink(before, now);
}

/** Writes down what was found; for readers where it is other than before. */
export async function recordLinkCheck(
  { id, slug }: Pick<LinkedSource, "id" | "slug">,
  finding: LinkFinding,
  now: Date,
): Promise<void> {
  await withWriteTransaction(async (tx) => {
    const before = await tx.linkCheck.findUnique({ where: { sourceId: id } });
    const since = before?.state === finding.state ? before.since : now;
    const row = { ...finding, since, checkedAt: now };
    await tx.linkCheck.upsert({ where: { sourceId: id }, create: { sourceId: id, ...row }, update: row });
    if (toldOf(before) !== toldOf(finding)) await raisePublication(tx, [`source:${slug}`]);
  });
}

const toldOf = (found: LinkFinding | null) =>
  found !== null && CHANGED.includes(found.state) ? `${found.state} ${found.movedTo} ${found.missingPhrases}` : null;
