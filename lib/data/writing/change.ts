import "server-only";
import { withNewRows } from "@/lib/data/writing/create";
import { checkMeaning } from "@/lib/data/writing/meaning";
import { findNewest, refuseUnless, type Target } from "@/lib/data/writing/newest";
import { refuseDrafts } from "@/lib/data/writing/no-drafts";
import { type Content, differingFields, hasDrafts, type State, type Stored, snapshot } from "@/lib/data/writing/record";
import { findReferences } from "@/lib/data/writing/references";
import { conflict, invalid, invalidInput } from "@/lib/data/writing/refusal";
import { type RevisionKind, remember } from "@/lib/data/writing/revisions";
import { refuseSameAddress } from "@/lib/data/writing/same-address";
import { storeOf } from "@/lib/data/writing/stores";
import type { Author, Tx } from "@/lib/data/writing/transaction";
import { type InputIssue, type Noun, type NounInput, type Why, wholeIssues } from "@/lib/schemas/nouns";

/**
 * Lays changes over a row. Refuses a version that is not the newest, a row that is retracted, and what would make the row wrong
 * as a whole; a published figure changes only with a cause and a reason. Changes that change nothing write nothing.
 */
export async function changeRow<N extends Noun>(
  tx: Tx,
  target: Target<N>,
  changes: Partial<NounInput<N>>,
  why: Why,
  author: Author,
): Promise<Stored<N>> {
  const { noun } = target;
  const before = await findNewest(tx, target, changes);
  if (before.state === "retracted") {
    throw conflict("retracted", "This was retracted: restore it from its history first");
  }
  const state = (changes as { readonly status?: State }).status ?? before.state;
  if (noun === "figures" && before.state === "published" && state === "draft") {
    throw invalid("status", "published", "A published figure is not made a draft again: retract it");
  }
  const whole = { ...before.content, ...changes, ...(hasDrafts(noun) ? { status: state } : {}) };
  refuseIf(wholeIssues(noun, whole as unknown as NounInput<N>));
  const { status: _, ...content } = await withNewRows(tx, whole, {
    ...{ author, why, batchId: null },
    listed: state !== "draft" && before.listed !== false,
  });
  const kind = before.state === "draft" && state === "published" ? "published" : "updated";
  return writeNext(tx, noun, before, { content: content as unknown as Content<N>, state, kind, why }, author);
}

/** A next version, complete. */
export interface Next<N extends Noun> {
  readonly content: Content<N>;
  readonly state: State;
  readonly kind: RevisionKind;
  readonly why: Why;
}

/** Writes a next version and remembers it; answers the row as it is then, or as it was when nothing differs. */
export async function writeNext<N extends Noun>(
  tx: Tx,
  noun: N,
  before: Stored<N>,
  { content, state, kind, why }: Next<N>,
  author: Author,
): Promise<Stored<N>> {
  const [was, becomes] = [snapshot(noun, before.content, before.state), snapshot(noun, content, state)];
  if (differingFields(was, becomes).length === 0) return before;
  if (noun === "figures" && before.state === "published") refuseIf(missingWhy(why));
  const store = storeOf(noun);
  const references = await findReferences(tx, store.references(content), before.known);
  await store.check?.(tx, before.key, content);
  await refuseSameAddress(tx, noun, before.key, content, before);
  await refuseDrafts(tx, noun, content, state);
  await checkMeaning(tx, noun, before, content, why);
  const done = await store.update(tx, before, { content, state, references });
  await refuseUnless(done, tx, noun, before.key, becomes);
  const change = { noun, key: before.key, kind, before: was, after: becomes };
  await remember(tx, [change], { author, why, batchId: null });
  return { ...before, version: before.version + 1, content, state, labels: references.labels, known: [] };
}

/** What a change of a published figure lacks to be explained to readers. */
function missingWhy({ cause, reason }: Why): readonly InputIssue[] {
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
