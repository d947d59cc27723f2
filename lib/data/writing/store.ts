import "server-only";
import type { Content, State, Stored } from "@/lib/data/writing/record";
import type { Reference, References } from "@/lib/data/writing/references";
import type { ChangeContext } from "@/lib/data/writing/revisions";
import type { Tx } from "@/lib/data/writing/transaction";
import type { Noun } from "@/lib/schemas/nouns";

/** A row that is to be made, complete but for its internal key. */
interface NewRow<N extends Noun> {
  readonly key: string;
  readonly content: Content<N>;
  readonly state: State;
  readonly references: References;
}

/** What else depends on a row: how many of what, in the singular ("published figure"). */
export interface Dependant {
  readonly count: number;
  readonly what: string;
}

/** How the rows of one noun are kept. Everything here happens within the caller's transaction. */
export interface NounStore<N extends Noun> {
  /** Rows that a content refers to. */
  references(content: Content<N>): readonly Reference[];
  /** Refuses a content that does not fit what is there; `key` is null for a new row. */
  check?(tx: Tx, key: string | null, content: Content<N>): Promise<void>;
  /** A row by its key; null when there is none. */
  find(tx: Tx, key: string): Promise<Stored<N> | null>;
  /** Writes a new row with its first revision. */
  insert(tx: Tx, row: NewRow<N>, context: ChangeContext): Promise<Pick<Stored<N>, "id" | "recordedAt">>;
  /** Writes the next version over the one given; false, writing nothing, when that is not the newest any more. */
  update(tx: Tx, before: Stored<N>, next: Omit<NewRow<N>, "key">): Promise<boolean>;
  /** Writes only where a row stands, with the same guard. */
  mark(tx: Tx, before: Stored<N>, state: State): Promise<boolean>;
  /** What published depends on a row. */
  dependants(tx: Tx, id: number): Promise<readonly Dependant[]>;
}

/** The part of an update that guards against a version that is not the newest any more. */
export function guarded({ id, version }: { readonly id: number; readonly version: number }) {
  return { id, version };
}

/** The next version and whether it is withdrawn, for nouns without drafts. */
export function nextVersion(state: State) {
  return { version: { increment: 1 }, retracted: state === "retracted" } as const;
}

/** Whether readers may see a new row of a noun without drafts. */
export function listing({ listed = true }: Pick<ChangeContext, "listed">) {
  return { listed } as const;
}

/** Where a noun without drafts stands. */
export function stateOf(row: { readonly retracted: boolean }): State {
  return row.retracted ? "retracted" : "published";
}
