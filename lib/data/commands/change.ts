import "server-only";
import { withNewRows } from "@/lib/data/commands/create";
import { assertVersion, findNewest, type Target } from "@/lib/data/commands/optimistic-lock";
import { refuseDrafts } from "@/lib/data/commands/refuse-drafts";
import { refuseSameAddress } from "@/lib/data/commands/same-address";
import type { Author, Tx } from "@/lib/data/db/transaction";
import { conflict, invalid, invalidInput } from "@/lib/data/errors";
import { findReferences } from "@/lib/data/resources/references";
import { storeOf } from "@/lib/data/resources/registry";
import { checkMeaning } from "@/lib/data/revisions/meaning";
import {
  type Content,
  differingFields,
  hasDrafts,
  type State,
  type Stored,
  snapshot,
} from "@/lib/data/revisions/record";
import { type RevisionKind, recordRevisions } from "@/lib/data/revisions/revisions";
import {
  type ChangeReasonFields,
  type InputIssue,
  type Resource,
  type ResourceInput,
  wholeIssues,
} from "@/lib/schemas/resources";

/**
 * Lays changes over a row. Refuses a version that is not the newest, a row that is retracted, and what would make the row wrong
 * as a whole; a published figure changes only with a cause and a reason. Changes that change nothing write nothing.
 */
export async function changeRow<N extends Resource>(
  tx: Tx,
  target: Target<N>,
  changes: Partial<ResourceInput<N>>,
  changeReason: ChangeReasonFields,
  author: Author,
): Promise<Stored<N>> {
  const { resource } = target;
  const before = await findNewest(tx, target, changes);
  if (before.state === "retracted") {
    throw conflict("retracted", "This was retracted: restore it from its history first");
  }
  const state = (changes as { readonly status?: State }).status ?? before.state;
  if (resource === "figures" && before.state === "published" && state === "draft") {
    throw invalid("status", "published", "A published figure is not made a draft again: retract it");
  }
  const whole = { ...before.content, ...changes, ...(hasDrafts(resource) ? { status: state } : {}) };
  refuseIf(wholeIssues(resource, whole as unknown as ResourceInput<N>));
  const { status: _, ...content } = await withNewRows(tx, whole, {
    ...{ author, changeReason, batchId: null },
    listed: state !== "draft" && before.listed !== false,
  });
  const kind = before.state === "draft" && state === "published" ? "published" : "updated";
  return writeNext(
    tx,
    resource,
    before,
    { content: content as unknown as Content<N>, state, kind, changeReason },
    author,
  );
}

/** A next version, complete. */
export interface Next<N extends Resource> {
  readonly content: Content<N>;
  readonly state: State;
  readonly kind: RevisionKind;
  readonly changeReason: ChangeReasonFields;
}

/** Writes a next version and remembers it; answers the row as it is then, or as it was when nothing differs. */
export async function writeNext<N extends Resource>(
  tx: Tx,
  resource: N,
  before: Stored<N>,
  { content, state, kind, changeReason }: Next<N>,
  author: Author,
): Promise<Stored<N>> {
  const [was, becomes] = [snapshot(resource, before.content, before.state), snapshot(resource, content, state)];
  const differing = differingFields(was, becomes);
  if (differing.length === 0) return before;
  // That somebody looked again changes nothing of what readers were told.
  const isTold = differing.some((name) => name !== "lookedAgain");
  if (resource === "figures" && before.state === "published" && isTold) refuseIf(missingWhy(changeReason));
  const store = storeOf(resource);
  const references = await findReferences(tx, store.references(content), before.known);
  await store.check?.(tx, before.key, content);
  await refuseSameAddress(tx, resource, before.key, content, before);
  await refuseDrafts(tx, resource, content, state);
  await checkMeaning(tx, resource, before, content, changeReason);
  const done = await store.update(tx, before, { content, state, references });
  await assertVersion(done, tx, resource, before.key, becomes);
  const change = { resource, key: before.key, kind, before: was, after: becomes };
  await recordRevisions(tx, [change], { author, changeReason, batchId: null });
  return { ...before, version: before.version + 1, content, state, labels: references.labels, known: [] };
}

/** What a change of a published figure lacks to be explained to readers. */
function missingWhy({ cause, reason }: ChangeReasonFields): readonly InputIssue[] {
  return [
    ...(cause === null
      ? [{ path: "cause", code: "missing", message: "Choose why the published number changes; readers will see it" }]
      : []),
    ...(reason === null
      ? [{ path: "reason", code: "missing", message: "Say in a few words what was wrong or new; readers will see it" }]
      : []),
  ];
}

function refuseIf(issues: readonly InputIssue[]): void {
  if (issues.length > 0) throw invalidInput(issues);
}
