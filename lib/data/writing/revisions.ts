import "server-only";
import { insertRevisionRows, storedInstant } from "@/lib/data/bulk-sql";
import { raisePublication } from "@/lib/data/publication";
import { listReferred } from "@/lib/data/writing/listing";
import { type Content, differingFields, type Snapshot, type State, snapshot } from "@/lib/data/writing/record";
import { MODELS } from "@/lib/data/writing/tables";
import type { Author, Tx } from "@/lib/data/writing/transaction";
import { changedScopes } from "@/lib/publication/changed-scopes";
import type { Noun, Why } from "@/lib/schemas/nouns";

/** What a change did. */
export type RevisionKind = "created" | "updated" | "published" | "retracted" | "restored" | "imported" | "undone";

/** One change as it is to be remembered. */
export interface Change {
  readonly noun: Noun;
  readonly key: string;
  readonly kind: RevisionKind;
  readonly before: Snapshot | null;
  readonly after: Snapshot;
}

/** Who made changes and why; `batchId` names the import they came with. */
export interface ChangeContext {
  readonly author: Author;
  readonly why: Why;
  readonly batchId: number | null;
  /** False where rows without drafts come with a draft: readers see them when something published refers to them. */
  readonly listed?: boolean;
}

/** Remembers changes, within the transaction that makes them, and raises the publication version where readers see them. */
export async function remember(tx: Tx, changes: readonly Change[], context: ChangeContext): Promise<void> {
  const at = storedInstant(new Date());
  await insertRevisionRows(
    tx,
    changes.map((change) => toRow(change, context, at)),
  );
  const shown = await listReferred(tx, changes);
  await raisePublication(tx, [...changes.flatMap(changedScopes), ...shown]);
}

function toRow({ noun, key, kind, before, after }: Change, { author, why, batchId }: ChangeContext, at: string) {
  return {
    noun: MODELS[noun],
    key,
    kind,
    cause: why.cause,
    reason: why.reason,
    before: before === null ? null : JSON.stringify(before),
    after: JSON.stringify(after),
    who: author.name,
    userId: author.id,
    at,
    batchId,
  };
}

/** A field before and after a change; null where it had no value. */
export interface FieldDifference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two versions, field by field; every field that has a value when there was no version before. */
export function differences(before: Snapshot | null, after: Snapshot): readonly FieldDifference[] {
  return differingFields(before ?? {}, after).map((field) => ({
    field,
    before: before?.[field] ?? null,
    after: after[field] ?? null,
  }));
}

/** A version as its revision kept it; null for none, and for a figure that an earlier program kept in a form of its own. */
export function readSnapshot(noun: Noun, text: string | null): Snapshot | null {
  if (text === null) return null;
  const value = JSON.parse(text) as Snapshot;
  return noun === "figures" && !("metric" in value) ? null : value;
}

/** Remembers that a row was made. */
export function rememberNew<N extends Noun>(
  tx: Tx,
  noun: N,
  { key, content, state }: { readonly key: string; readonly content: Content<N>; readonly state: State },
  context: ChangeContext,
): Promise<void> {
  const kind = context.batchId === null ? "created" : "imported";
  return remember(tx, [{ noun, key, kind, before: null, after: snapshot(noun, content, state) }], context);
}
