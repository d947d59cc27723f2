import "server-only";
import { writeNext } from "@/lib/data/commands/change";
import { findNewest, type Target } from "@/lib/data/commands/optimistic-lock";
import type { Author, Tx } from "@/lib/data/db/transaction";
import { invalid, invalidInput } from "@/lib/data/errors";
import { type Content, hasDrafts, type State, type Stored } from "@/lib/data/revisions/record";
import { readSnapshot } from "@/lib/data/revisions/revisions";
import { MODELS } from "@/lib/data/revisions/tables";
import { type ChangeReasonFields, type Resource, type ResourceInput, wholeIssues } from "@/lib/schemas/resources";

/** A version of a row: what a revision made of it or, with `before`, what stood before that revision (a seeded row has no revision of its making). */
export interface VersionAsked {
  readonly revision: number;
  readonly before: boolean;
}

/**
 * Makes an earlier version the newest one again, as a new version. What is published
 * stays so; what was retracted stands again where that version stood. Needs a reason where readers see the difference.
 */
export async function restoreRow<N extends Resource>(
  tx: Tx,
  target: Target<N>,
  version: VersionAsked,
  changeReason: ChangeReasonFields,
  author: Author,
): Promise<Stored<N>> {
  const { resource } = target;
  const before = await findNewest(tx, target, {});
  const { status, retracted, ...content } = await findVersion(tx, target, version);
  if (status === "retracted" || retracted === true) {
    throw invalid("revision", "retracted", "In that version it was retracted: choose an earlier one");
  }
  const stood: State = hasDrafts(resource) ? (status as State) : "published";
  const state = before.state === "retracted" ? stood : before.state;
  const whole = { ...content, ...(hasDrafts(resource) ? { status: state } : {}) };
  const issues = wholeIssues(resource, whole as unknown as ResourceInput<N>);
  if (issues.length > 0) throw invalidInput(issues);
  if (state === "published" && changeReason.reason === null) {
    throw invalid("reason", "missing", "Say in a few words why this version is restored; readers will see it");
  }
  const cause = changeReason.cause ?? (resource === "figures" && state === "published" ? "other" : null);
  const next = {
    content: content as unknown as Content<N>,
    state,
    kind: "restored",
    changeReason: { ...changeReason, cause },
  } as const;
  return writeNext(tx, resource, before, next, author);
}

/** What a revision made of a row. One that an earlier program kept in a form of its own is read from the change that followed it. */
async function findVersion(
  tx: Tx,
  { resource, key }: Target<Resource>,
  { revision, before }: VersionAsked,
): Promise<Readonly<Record<string, unknown>>> {
  const [row, following] = await tx.revision.findMany({
    where: { resource: MODELS[resource], key, id: { gte: revision } },
    select: { id: true, before: true, after: true },
    orderBy: { id: "asc" },
    take: 2,
  });
  if (row?.id !== revision) throw invalid("revision", "unknown", "It has no such version: choose one from its history");
  const version = before
    ? readSnapshot(resource, row.before)
    : (readSnapshot(resource, row.after) ?? readSnapshot(resource, following?.before ?? null));
  if (version === null) throw invalid("revision", "unreadable", "It has not changed since that version");
  return version;
}
