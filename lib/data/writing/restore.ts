import "server-only";
import { writeNext } from "@/lib/data/writing/change";
import { findNewest, type Target } from "@/lib/data/writing/newest";
import { type Content, hasDrafts, type State, type Stored } from "@/lib/data/writing/record";
import { invalid, invalidInput } from "@/lib/data/writing/refusal";
import { readSnapshot } from "@/lib/data/writing/revisions";
import { MODELS } from "@/lib/data/writing/tables";
import type { Author, Tx } from "@/lib/data/writing/transaction";
import { type Noun, type NounInput, type Why, wholeIssues } from "@/lib/schemas/nouns";

/** A version of a row: what a revision made of it or, with `before`, what stood before that revision (a seeded row has no revision of its making). */
export interface VersionAsked {
  readonly revision: number;
  readonly before: boolean;
}

/**
 * Makes an earlier version the newest one again, as a new version. What is published
 * stays so; what was retracted stands again where that version stood. Needs a reason where readers see the difference.
 */
export async function restoreRow<N extends Noun>(
  tx: Tx,
  target: Target<N>,
  version: VersionAsked,
  why: Why,
  author: Author,
): Promise<Stored<N>> {
  const { noun } = target;
  const before = await findNewest(tx, target, {});
  const { status, retracted, ...content } = await findVersion(tx, target, version);
  if (status === "retracted" || retracted === true) {
    throw invalid("revision", "retracted", "In that version it was retracted: choose an earlier one");
  }
  const stood: State = hasDrafts(noun) ? (status as State) : "published";
  const state = before.state === "retracted" ? stood : before.state;
  const whole = { ...content, ...(hasDrafts(noun) ? { status: state } : {}) };
  const issues = wholeIssues(noun, whole as unknown as NounInput<N>);
  if (issues.length > 0) throw invalidInput(issues);
  if (state === "published" && why.reason === null) {
    throw invalid("reason", "missing", "Say in a few words why this version is restored; readers will see it");
  }
  const cause = why.cause ?? (noun === "figures" && state === "published" ? "other" : null);
  const next = { content: content as unknown as Content<N>, state, kind: "restored", why: { ...why, cause } } as const;
  return writeNext(tx, noun, before, next, author);
}

/** What a revision made of a row. One that an earlier program kept in a form of its own is read from the change that followed it. */
async function findVersion(
  tx: Tx,
  { noun, key }: Target<Noun>,
  { revision, before }: VersionAsked,
): Promise<Readonly<Record<string, unknown>>> {
  const [row, following] = await tx.revision.findMany({
    where: { noun: MODELS[noun], key, id: { gte: revision } },
    select: { id: true, before: true, after: true },
    orderBy: { id: "asc" },
    take: 2,
  });
  if (row?.id !== revision) throw invalid("revision", "unknown", "It has no such version: choose one from its history");
  const version = before
    ? readSnapshot(noun, row.before)
    : (readSnapshot(noun, row.after) ?? readSnapshot(noun, following?.before ?? null));
  if (version === null) throw invalid("revision", "unreadable", "It has not changed since that version");
  return version;
}
