import type { Stretch } from "@/lib/reading/article/split-text";

/** Longest phrase that is shown to readers. */
const LONGEST = 300;
/** Fewest words that find their place in an article again, and fewest characters of a script without spaces. */
const FEWEST_WORDS = 4;
const FEWEST_CHARACTERS = 12;

/**
 * The phrase that holds a figure: its own words, with a few before it in the same sentence where they are too few to be found
 * again, but no other number. At most 300 characters.
 */
export function phraseAround(text: string, figure: Stretch, sentence: Stretch): string {
  const isHan = /\p{Script=Han}/u.test(text.slice(figure.start, figure.end));
  const start = isHan ? clauseStart(text, figure, sentence) : wordsStart(text, figure, sentence);
  return text.slice(start, figure.end).replaceAll(/\s+/g, " ").slice(0, LONGEST).trim();
}

function wordsStart(text: string, figure: Stretch, sentence: Stretch): number {
  let { start } = figure;
  const words = (from: number) => text.slice(from, figure.end).split(/\s+/).length;
  while (start > sentence.start && words(start) < FEWEST_WORDS && !/\p{Script=Han}/u.test(text[start - 1] ?? "")) {
    const space = text.lastIndexOf(" ", start - 2);
    const next = space < sentence.start ? sentence.start : space + 1;
    if (/\d/.test(text.slice(next, start))) break;
    start = next;
  }
  return start;
}

/** Where the clause begins, or a few characters before the figure where that is far; behind any other number. */
function clauseStart(text: string, figure: Stretch, sentence: Stretch): number {
  const lack = FEWEST_CHARACTERS - (figure.end - figure.start);
  if (lack <= 0) return figure.start;
  const before = text.slice(sentence.start, figure.start);
  const clause = before.search(/[^，、；：,;:]*$/);
  const near = before.length - lack;
  const number = before.search(/[^\d]*$/);
  return sentence.start + Math.max(clause >= near - FEWEST_CHARACTERS ? clause : near, number);
}
