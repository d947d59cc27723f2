import "server-only";
import { insertRevisionRows, storedInstant } from "@/lib/data/db/bulk-sql";
import { raisePublication } from "@/lib/data/db/publication-version";
import type { Author, Tx } from "@/lib/data/db/transaction";
import { listReferred } from "@/lib/data/revisions/listing";
import { type Content, differingFields, type Snapshot, type State, snapshot } from "@/lib/data/revisions/record";
import { MODELS } from "@/lib/data/revisions/tables";
import { changedScopes } from "@/lib/publication/changed-scopes";
import type { ChangeReasonFields, Resource } from "@/lib/schemas/resources";

/** What a change did. */
export type RevisionKind = "created" | "updated" | "published" | "retracted" | "restored" | "imported" | "undone";

/** One change as it is to be remembered. */
export interface Change {
  readonly resource: Resource;
  readonly key: string;
  readonly kind: RevisionKind;
  readonly before: Snapshot | null;
  readonly after: Snapshot;
}

/** Who made changes and why; `batchId` names the import they came with. */
export interface ChangeContext {
  readonly author: Author;
  readonly changeReason: ChangeReasonFields;
  readonly batchId: number | null;
  /** False where rows without drafts come with a draft: readers see them when something published refers to them. */
  readonly listed?: boolean;
}

/** Remembers changes, within the transaction that makes them, and raises the publication version where readers see them. */
export async function recordRevisions(tx: Tx, changes: readonly Change[], context: ChangeContext): Promise<void> {
  const at = storedInstant(new Date());
  await insertRevisionRows(
    tx,
    changes.map((change) => toRow(change, context, at)),
  );
  const shown = await listReferred(tx, changes);
  await raisePublication(tx, [...changes.flatMap(changedScopes), ...shown]);
}

function toRow(
  { resource, key, kind, before, after }: Change,
  { author, changeReason, batchId }: ChangeContext,
  at: string,
) {
  return {
    resource: MODELS[resource],
    key,
    kind,
    cause: changeReason.cause,
    reason: changeReason.reason,
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
export function readSnapshot(resource: Resource, text: string | null): Snapshot | null {
  if (text === null) return null;
  const value = JSON.parse(text) as Snapshot;
  return resource === "figures" && !("metric" in value) ? null : value;
}

/** Remembers that a row was made. */
export function recordNewRevisions<N extends Resource>(
  tx: Tx,
  resource: N,
  { key, content, state }: { readonly key: string; readonly content: Content<N>; readonly state: State },
  context: ChangeContext,
): Promise<void> {
  const kind = context.batchId === null ? "created" : "imported";
  return recordRevisions(
    tx,
    [{ resource, key, kind, before: null, after: snapshot(resource, content, state) }],
    context,
  );
}
