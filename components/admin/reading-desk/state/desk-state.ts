import type { FigureDraft, NewSource } from "@/components/admin/figure-form/state/figure-draft";
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
  readonly change: "up" | "down" | null;
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

/** A figure that is recorded from the source already; phrase "" where it has none. */
export interface Recorded {
  readonly key: string;
  readonly phrase: string;
  readonly digits: string;
  readonly version: number;
  readonly isPublished: boolean;
}

/** How a figure of the article stands. */
export type Standing = Decision | { readonly kind: "recorded"; readonly record: Recorded } | { readonly kind: "open" };

/** A source that exists by its slug, or a new one. */
export type DeskSource = string | NewSource | null;

/** Everything on the desk. Figures are named by their place in `figures`. */
export interface DeskState {
  readonly shape: 2;
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
  /** How often a decision was taken back: what is kept after that is a new attempt, also of the same figure. */
  readonly takenBack: number;
  /** Whether the text was too long to be read to its end. */
  readonly isCut: boolean;
  /** Whether the text stays in this browser when the desk is closed. */
  readonly keepsText: boolean;
}

export const EMPTY_DESK: DeskState = {
  shape: 2,
  text: "",
  source: null,
  figures: null,
  paragraphs: [],
  sentences: [],
  chosen: 0,
  decisions: {},
  edits: {},
  done: [],
  takenBack: 0,
  isCut: false,
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

/** Reasons for leaving a figure out; the key of each is its place in the list, from 1. */
export const DISMISSALS = ["Not a figure", "Not collected", "Recorded already", "Too vague", "Misread"] as const;

/** What POST /api/v1/read answers. */
export interface DeskReading extends Pick<DeskState, "paragraphs" | "sentences"> {
  readonly candidates: readonly ReadFigure[];
  readonly cut: boolean;
}

/** The desk with its text read, and nothing decided yet. */
export function withRead(state: DeskState, text: string, reading: DeskReading): DeskState {
  const { candidates, paragraphs, sentences, cut } = reading;
  const { source, keepsText } = state;
  return { ...EMPTY_DESK, text, source, keepsText, figures: candidates, paragraphs, sentences, isCut: cut };
}

/** The sentence of a figure. */
export function sentenceOf({ sentences }: Pick<DeskState, "sentences">, figure: ReadFigure): Span {
  return sentences[figure.sentence - 1] ?? figure;
}

/** How each figure stands: as it was decided here, else as it is recorded, else open. */
export function standingsOf(state: DeskState, recorded: readonly Recorded[]): readonly Standing[] {
  return (state.figures ?? []).map((figure, index) => {
    const decision = state.decisions[index];
    if (decision !== undefined) return decision;
    const { start, end } = sentenceOf(state, figure);
    const record = recordedAs(figure, state.text.slice(start, end), recorded);
    return record === null ? { kind: "open" } : { kind: "recorded", record };
  });
}

/** How many figures were found, were recorded before, kept, dismissed, and are still open. */
export function tally(standings: readonly Standing[]) {
  const count = (kind: Standing["kind"]) => standings.filter((standing) => standing.kind === kind).length;
  return {
    found: standings.length,
    recorded: count("recorded"),
    kept: count("kept"),
    dismissed: count("dismissed"),
    open: count("open"),
  };
}

/** The next open figure after a place, from the start again after the last; the place itself when none is open. */
export function nextOpen(standings: readonly Standing[], from: number): number {
  for (let step = 1; step <= standings.length; step += 1) {
    const index = (from + step) % standings.length;
    if (standings[index]?.kind === "open") return index;
  }
  return from;
}

/** The desk with a decision, and the next open figure chosen. */
export function decide(
  state: DeskState,
  index: number,
  decision: Decision,
  recorded: readonly Recorded[] = [],
): DeskState {
  const decided: DeskState = {
    ...state,
    decisions: { ...state.decisions, [index]: decision },
    done: [...state.done.filter((other) => other !== index), index],
  };
  return { ...decided, chosen: nextOpen(standingsOf(decided, recorded), index) };
}

/** The desk with every figure that is open dismissed for one reason. */
export function dismissRest(state: DeskState, reason: string, recorded: readonly Recorded[] = []): DeskState {
  const open = standingsOf(state, recorded).flatMap(({ kind }, index) => (kind === "open" ? [index] : []));
  return open.reduce((before, index) => decide(before, index, { kind: "dismissed", reason }, recorded), state);
}

/** The desk as it was before the decision about a figure, which is chosen again. */
export function reopen(state: DeskState, index: number): DeskState {
  const { [index]: _, ...decisions } = state.decisions;
  return {
    ...state,
    decisions,
    done: state.done.filter((other) => other !== index),
    takenBack: state.takenBack + 1,
    chosen: index,
  };
}

/** A draft of a figure in the article, as a request to publish names it. */
export interface DeskDraft {
  readonly key: string;
  readonly version: number;
  /** Place of its figure in the article. */
  readonly index: number;
}

/** Drafts of this source whose figures stand in the article, each once: kept here, or recorded before. */
export function draftsOf(standings: readonly Standing[]): readonly DeskDraft[] {
  const drafts = standings.flatMap((standing, index): readonly DeskDraft[] => {
    if (standing.kind !== "kept" && standing.kind !== "recorded") return [];
    const { key, version, isPublished } = standing.kind === "kept" ? standing : standing.record;
    return isPublished ? [] : [{ key, version, index }];
  });
  return drafts.filter(({ key }, at) => drafts.findIndex((other) => other.key === key) === at);
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

/**
 * The desk after another look at what is recorded: versions and publications made elsewhere are taken over; what was kept when the
 * look began (`seen`) and is not recorded any more was retracted elsewhere, and is open again.
 */
export function withRecorded(state: DeskState, recorded: readonly Recorded[], seen: DeskState["decisions"]): DeskState {
  const records = new Map(recorded.map((record) => [record.key, record]));
  const decisions: Record<number, Decision> = {};
  for (const [index, decision] of Object.entries(state.decisions)) {
    const at = Number(index);
    const record = decision.kind === "kept" ? records.get(decision.key) : undefined;
    if (decision.kind === "kept" && record !== undefined) {
      decisions[at] = { ...decision, version: record.version, isPublished: record.isPublished };
    } else if (decision.kind === "dismissed" || decision !== seen[at]) decisions[at] = decision;
  }
  return { ...state, decisions, done: state.done.filter((index) => decisions[index] !== undefined) };
}

/** The desk closed: everything goes, but the text where the person wants to keep it. */
export function closed(state: DeskState): DeskState {
  return state.keepsText ? { ...EMPTY_DESK, text: state.text, keepsText: true, source: state.source } : EMPTY_DESK;
}

/** The figure recorded from this source with this phrase: same value, and its phrase and the sentence hold one another. Null when there is none. */
export function recordedAs(figure: ReadFigure, sentence: string, recorded: readonly Recorded[]): Recorded | null {
  if (figure.value === null) return null;
  const aliases = recorded.filter(({ digits }) => Number(digits) === Number(figure.value));
  if (aliases.length === 0) return null;
  const [own, around] = [plain(figure.text), plain(sentence)];
  const isSaid = (said: string) => said !== "" && (around.includes(said) || said.includes(own));
  return aliases.find(({ phrase }) => isSaid(plain(phrase))) ?? null;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
