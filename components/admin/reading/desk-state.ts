import type { FigureDraft, NewSource } from "@/components/admin/figures/figure-draft";
import type { Wording } from "@/lib/figures/figure";

/** A stretch of the article; end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A figure as POST /api/v1/read tells it. */
export interface ReadFigure extends Span {
  readonly text: string;
  readonly paragraph: number;
  readonly sentence: number;
  readonly wording: Wording | null;
  readonly value: string | null;
  readonly valueHigh: string | null;
  readonly digits: string;
  readonly qualifier: "record" | null;
  readonly unit: string | null;
  readonly unitKind: "percent" | "points" | "currency" | "times" | "place" | "noun" | null;
  readonly whole: string | null;
  readonly per: string | null;
  readonly alternative: { readonly digits: string; readonly unit: string } | null;
  readonly period: string | null;
  readonly asOf: string | null;
  readonly speaker: string | null;
  readonly target: boolean;
  readonly confidence: "high" | "medium" | "low";
  readonly reason: string | null;
}

/** What was decided about a figure. Nothing is decided about those that are open. */
export type Decision =
  | { readonly kind: "kept"; readonly key: string; readonly version: number; readonly isPublished: boolean }
  | { readonly kind: "dismissed"; readonly reason: string };

/** A source that exists by its slug, or a new one. */
export type DeskSource = string | NewSource | null;

/** Everything on the desk. Figures are named by their place in `figures`. */
export interface DeskState {
  readonly shape: 1;
  readonly text: string;
  readonly source: DeskSource;
  /** Null until the text has been read. */
  readonly figures: readonly ReadFigure[] | null;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Span[];
  readonly chosen: number;
  readonly decisions: Readonly<Record<number, Decision>>;
  /** Drafts that the person has edited. */
  readonly edits: Readonly<Record<number, FigureDraft>>;
  /** Figures decided on, the latest last. */
  readonly done: readonly number[];
  /** Whether the text stays in this browser when the desk is closed. */
  readonly keepsText: boolean;
}

export const EMPTY_DESK: DeskState = {
  shape: 1,
  text: "",
  source: null,
  figures: null,
  paragraphs: [],
  sentences: [],
  chosen: 0,
  decisions: {},
  edits: {},
  done: [],
  keepsText: false,
};

/** Whether stored data is a desk of the present shape. */
export function isDeskState(stored: unknown): stored is DeskState {
  return (
    typeof stored === "object" &&
    stored !== null &&
    "shape" in stored &&
    stored.shape === EMPTY_DESK.shape &&
    "done" in stored
  );
}

/** Reasons for leaving a figure out. */
export const DISMISSALS = ["Not a figure", "Not what we collect", "Recorded already", "Too vague", "Misread"] as const;

/** How many figures were found, kept, dismissed, and are still open. */
export function tally(state: DeskState) {
  const decisions = Object.values(state.decisions);
  const kept = decisions.filter(({ kind }) => kind === "kept").length;
  const dismissed = decisions.length - kept;
  const found = state.figures?.length ?? 0;
  return { found, kept, dismissed, open: found - kept - dismissed };
}

/** The next figure after a place that nothing was decided about, from the start again after the last; the place itself when none is open. */
export function nextOpen(state: DeskState, from: number): number {
  const count = state.figures?.length ?? 0;
  for (let step = 1; step <= count; step += 1) {
    const index = (from + step) % count;
    if (state.decisions[index] === undefined) return index;
  }
  return from;
}

/** The desk with a decision, and the next open figure chosen. */
export function decide(state: DeskState, index: number, decision: Decision): DeskState {
  const decided: DeskState = {
    ...state,
    decisions: { ...state.decisions, [index]: decision },
    done: [...state.done.filter((other) => other !== index), index],
  };
  return { ...decided, chosen: nextOpen(decided, index) };
}

/** The desk without the decision about a figure, which is chosen again. */
export function reopen(state: DeskState, index: number): DeskState {
  const { [index]: _, ...decisions } = state.decisions;
  return { ...state, decisions, done: state.done.filter((other) => other !== index), chosen: index };
}

/** Drafts that were kept and are not published, as a request to publish names them. */
export function keptDrafts(state: DeskState): readonly { readonly key: string; readonly version: number }[] {
  return Object.values(state.decisions).flatMap((decision) =>
    decision.kind === "kept" && !decision.isPublished ? [{ key: decision.key, version: decision.version }] : [],
  );
}

/** The desk after its drafts were published, with the versions they have now. */
export function withPublished(
  state: DeskState,
  records: readonly { readonly key: string; readonly version: number }[],
): DeskState {
  const versions = new Map(records.map(({ key, version }) => [key, version]));
  const decisions = Object.fromEntries(
    Object.entries(state.decisions).map(([index, decision]) => {
      const version = decision.kind === "kept" ? versions.get(decision.key) : undefined;
      return [index, version === undefined ? decision : { ...decision, version, isPublished: true }];
    }),
  );
  return { ...state, decisions };
}

/** The desk closed: everything goes, but the text where the person wants to keep it. */
export function closed(state: DeskState): DeskState {
  return state.keepsText ? { ...EMPTY_DESK, text: state.text, keepsText: true, source: state.source } : EMPTY_DESK;
}

/** A figure that is recorded already. */
export interface Recorded {
  readonly key: string;
  readonly phrase: string;
  readonly digits: string;
}

/** The figure recorded from this source with this phrase: same value, and its phrase and the sentence hold one another. Null when there is none. */
export function recordedAs(figure: ReadFigure, sentence: string, recorded: readonly Recorded[]): Recorded | null {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const [own, around] = [plain(figure.text), plain(sentence)];
  return (
    recorded.find(({ phrase, digits }) => {
      const said = plain(phrase);
      return Number(digits) === Number(figure.value) && said !== "" && (around.includes(said) || said.includes(own));
    }) ?? null
  );
}
