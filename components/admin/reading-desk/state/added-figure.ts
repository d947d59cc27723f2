import type { Decision, DeskState, ReadFigure, Span } from "@/components/admin/reading-desk/state/desk-state";
import { type PhraseReading, readPhrases, whyUnread } from "@/lib/reading/read-phrase";

/** The desk with one more figure, which is chosen; or why there is none, in words. `chosen` is the figure that has those words already. */
export type Added =
  | { readonly ok: true; readonly state: DeskState }
  | { readonly ok: false; readonly message: string; readonly chosen: number | null };

/**
 * Where words stand in the text: whole words, first behind `from`, then from the start. Spaces in the words fit any gap, also one between
 * lines. Null where they stand nowhere.
 */
export function placeOf(text: string, words: string, from: number): Span | null {
  const parts = words.trim().split(/\s+/);
  if (parts[0] === "") return null;
  const pattern = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  const found = [...text.matchAll(new RegExp(pattern, "giu"))].filter(
    ({ index, 0: match }) => isWhole(text, index) && isWhole(text, index + match.length),
  );
  const match = found.find(({ index }) => index >= from) ?? found[0];
  return match === undefined ? null : { start: match.index, end: match.index + match[0].length };
}

/** Whether no word or number is cut at a place. */
function isWhole(text: string, at: number): boolean {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  return (
    !(/[\p{Script=Latin}\p{N}]$/u.test(before) && /^[\p{Script=Latin}\p{N}]/u.test(after)) && !/\d[.,]$/.test(before)
  );
}

/**
 * The desk with words of its text as one more figure, in its place among the others; what was decided about those stays. The words are
 * read by themselves: what they do not say is left open.
 */
export function withAdded(state: DeskState, selected: Span): Added {
  const { text, figures, paragraphs, sentences } = state;
  const words = text.slice(selected.start, selected.end);
  const start = selected.start + (words.length - words.trimStart().length);
  const end = start + words.trim().length;
  const refused = (message: string, chosen: number | null = null): Added => ({ ok: false, message, chosen });
  if (start >= end) return refused("Select the words of the figure in the article, then add them.");
  const paragraph = paragraphs.findIndex((one) => one.start <= start && end <= one.end);
  if (paragraph < 0) return refused("Select words within one paragraph.");
  const others = figures ?? [];
  const same = others.findIndex((one) => one.start < end && start < one.end);
  if (same >= 0) return refused("These words hold a figure that is marked already: it is chosen now.", same);
  const sentence = sentences.findIndex((one) => one.start <= start && start < one.end);
  const figure: ReadFigure = {
    ...readWords(text.slice(start, end)),
    start,
    end,
    text: text.slice(start, end),
    paragraph: paragraph + 1,
    sentence: sentence + 1,
  };
  const index = others.filter((one) => one.start < start).length;
  return { ok: true, state: inserted(state, figure, index) };
}

/** What the words say, by themselves. */
function readWords(text: string): Omit<ReadFigure, "start" | "end" | "text" | "paragraph" | "sentence"> {
  const [reading, ...more] = readingsOf(text);
  const read = {
    wording: reading?.wording ?? null,
    value: reading?.digits ?? null,
    valueHigh: reading?.digitsHigh ?? null,
    digits: reading?.digits ?? text,
    qualifier: reading?.qualifier ?? null,
    unit: reading?.unit?.text ?? null,
    unitKind: reading?.unit?.kind ?? null,
    whole: reading?.whole ?? null,
    per: reading?.per ?? null,
    change: reading?.change ?? null,
    alternative: reading?.alternative ?? null,
    period: reading?.period || null,
    asOf: reading?.asOf || null,
    speaker: reading?.speaker || null,
    target: reading?.target ?? false,
    confidence: "low" as const,
  };
  const doubt =
    reading === undefined
      ? (whyUnread(text) ?? "No number can be read in these words: write the value.")
      : more.length > 0
        ? "The words hold several numbers: the first is read."
        : (reading.doubt ?? "");
  return { ...read, reason: `Added by hand. ${doubt}`.trim() };
}

/** A noun that numbers in words are read before: by themselves they are seldom figures. */
const THINGS = "companies";

/** The numbers of words that somebody holds to be a figure: also one in words ("nine"), and one that else is none ("Section 4"). */
function readingsOf(text: string): readonly PhraseReading[] {
  const readings = readPhrases(text);
  if (readings.length > 0 || whyUnread(text) !== null) return readings;
  const [number, ...more] = text.match(/\d(?:[\d.,'’]*\d)?/g) ?? [];
  const bare = number !== undefined && more.length === 0 ? number : text.replace(/[\s.,;:!?]+$/, "");
  return readPhrases(`${bare} ${THINGS}`).map((reading) => ({
    ...reading,
    unit: reading.unit?.text === THINGS ? null : reading.unit,
    doubt: null,
  }));
}

/** The desk with a figure put in at a place; the places of those behind it move on by one. */
function inserted(state: DeskState, figure: ReadFigure, index: number): DeskState {
  const moved = (at: number) => (at >= index ? at + 1 : at);
  const movedKeys = <Value>(record: Readonly<Record<number, Value>>): Record<number, Value> =>
    Object.fromEntries(Object.entries(record).map(([at, value]) => [moved(Number(at)), value]));
  const figures = state.figures ?? [];
  return {
    ...state,
    figures: [...figures.slice(0, index), figure, ...figures.slice(index)],
    decisions: movedKeys<Decision>(state.decisions),
    edits: movedKeys(state.edits),
    done: state.done.map(moved),
    chosen: index,
  };
}
