import "server-only";
import { db } from "@/lib/data/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { NewChanges } from "@/lib/publication/known-changes";
import { readingOnly } from "@/lib/publication/reads";
import { coarsened, familyOf, type Scope } from "@/lib/publication/scopes";

type Tx = Pick<Prisma.TransactionClient, "claimGroup" | "publication" | "publishedChange">;

/** Versions whose changes are kept at least: whoever asks less often takes everything for changed. */
const KEPT_VERSIONS = 1000;
/** Most members of one family that a version names; an import of thousands of figures names the family. */
const MOST_OF_A_FAMILY = 100;

/** About how many things published claims cannot all be true. */
export function countDisagreements(tx: Pick<Tx, "claimGroup">): Promise<number> {
  return tx.claimGroup.count({ where: { apart: { not: null } } });
}

/**
 * Raises the publication version by one and notes what readers see otherwise from it on, within the transaction that changes it, when it has
 * changed it; does neither where that is nothing. The row is locked until the transaction ends, so versions rise in the order of commits.
 */
export async function raisePublication(tx: Tx, scopes: readonly Scope[]): Promise<void> {
  if (scopes.length === 0) return;
  const { version, disagreements: before } = await tx.publication.update({
    where: { id: 1 },
    data: { version: { increment: 1 } },
    select: { version: true, disagreements: true },
  });
  const now = scopes.some((scope) => familyOf(scope) === "claims") ? await countDisagreements(tx) : before;
  if (now !== before) await tx.publication.update({ where: { id: 1 }, data: { disagreements: now } });
  const told = JSON.stringify([...narrowed(now === before ? scopes : [...scopes, "disagreements"])]);
  await tx.publishedChange.create({ data: { version, scopes: told }, select: { version: true } });
  if (version % 100 === 0)
    await tx.publishedChange.deleteMany({ where: { version: { lte: version - KEPT_VERSIONS } } });
}

/** What a version names of changes: their scopes, each once, a family as a whole in place of many of its members. */
export function narrowed(scopes: Iterable<Scope>): ReadonlySet<Scope> {
  return coarsened(scopes, MOST_OF_A_FAMILY);
}

/** Number of the last change that readers can see, 0 before the first. Never falls. */
export async function publicationVersion(): Promise<number> {
  return readingOnly([], async () => {
    const row = await db().publication.findUnique({ where: { id: 1 }, select: { version: true } });
    return row?.version ?? 0;
  });
}

/** The publication version and what changed after the one given, as far as that is kept; without changes for null. */
export async function readNewChanges(since: number | null): Promise<NewChanges> {
  const version = await publicationVersion();
  if (since === null || version <= since || version - since > KEPT_VERSIONS) return { version, changes: [] };
  // All of them are there: a version is seen when its transaction has ended, and the ones before it ended earlier.
  const rows = await readingOnly([], () =>
    db().publishedChange.findMany({ where: { version: { gt: since, lte: version } }, orderBy: { version: "asc" } }),
  );
  return { version, changes: rows.map((row) => ({ version: row.version, scopes: JSON.parse(row.scopes) as Scope[] })) };
}
