import type { Stretch } from "@/lib/reading/article/split-text";

/** A record that a text may name: its key, and the names it goes by. */
export interface Named {
  readonly key: string;
  readonly names: readonly string[];
}

/** A place where a text names a record. */
export interface Mention extends Stretch {
  readonly key: string;
}

/** Shortest name looked for: "LA" and "He" are words. */
const SHORTEST = 2;
const LONGEST_TEXT = 200_000;

/** Where a text names any of the records, in order of place; within a longer name the shorter does not count ("Guizhou" in "Guizhou University" does). */
export function findMentions(text: string, records: readonly Named[]): readonly Mention[] {
  const within = text.slice(0, LONGEST_TEXT);
  const mentions: Mention[] = [];
  for (const { key, names } of records) {
    for (const name of names) {
      if (name.length < SHORTEST) continue;
      for (let at = within.indexOf(name); at >= 0; at = within.indexOf(name, at + name.length)) {
        if (isWhole(within, at, name)) mentions.push({ key, start: at, end: at + name.length });
      }
    }
  }
  const longest = mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  return longest.filter((one, index) => index === 0 || one.start >= (longest[index - 1]?.end ?? 0));
}

/** The records of which findMentions may find any in a text: those of whose names one begins with a word of it, or holds Chinese that stands in it. */
export function mayBeNamed<Item>(text: string, records: readonly Item[], namesOf: (record: Item) => readonly string[]) {
  const within = text.slice(0, LONGEST_TEXT);
  const words = new Set(within.match(WORD));
  const isIn = (name: string) => {
    const [first] = /\p{Script=Han}/u.test(name) ? [] : (name.match(WORD) ?? []);
    return name.length >= SHORTEST && (first === undefined || words.has(first)) && within.includes(name);
  };
  return records.filter((record) => namesOf(record).some(isIn));
}

/** A run of letters and digits, as isWhole bounds it. */
const WORD = /[\p{L}\p{N}]+/gu;

function isWhole(text: string, at: number, name: string): boolean {
  if (/\p{Script=Han}/u.test(name)) return true;
  return !/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ") && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? " ");
}

/**
 * The record a figure is most likely about: named nearest to it in its sentence, else last in its paragraph before it, else the
 * one the whole text names most. Null where none is named.
 */
export function recordAt(
  mentions: readonly Mention[],
  figure: Stretch,
  sentence: Stretch,
  paragraph: Stretch,
): string | null {
  const within = (stretch: Stretch) =>
    mentions.filter(({ start, end }) => start >= stretch.start && end <= stretch.end);
  const distance = (one: Mention) => Math.min(Math.abs(figure.start - one.end), Math.abs(one.start - figure.end));
  const [nearest] = [...within(sentence)].sort((a, b) => distance(a) - distance(b));
  if (nearest !== undefined) return nearest.key;
  const before =
    within(paragraph)
      .filter(({ end }) => end <= figure.start)
      .at(-1) ?? within(paragraph)[0];
  return before?.key ?? null;
}

/** The record that a text names most; the last named of those named equally often. Null where none is named. */
export function mostNamed(mentions: readonly Mention[]): string | null {
  const counts = new Map<string, number>();
  for (const { key } of mentions) {
    const count = (counts.get(key) ?? 0) + 1;
    // Set anew, so that the last named stands last.
    counts.delete(key);
    counts.set(key, count);
  }
  let best: string | null = null;
  for (const [key, count] of counts) if (best === null || count >= (counts.get(best) ?? 0)) best = key;
  return best;
}
