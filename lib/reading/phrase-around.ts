import type { Stretch } from "@/lib/reading/split-text";

/** Longest phrase that is shown to readers. */
const LONGEST = 300;
/** Fewest words that find their place in an article again. */
const FEWEST_WORDS = 4;

/** The phrase that holds a figure: its own words, with a few before it in the same sentence where they are too few to be found again. At most 300 characters. */
export function phraseAround(text: string, figure: Stretch, sentence: Stretch): string {
  let { start } = figure;
  const words = (from: number) => text.slice(from, figure.end).split(/\s+/).length;
  while (start > sentence.start && words(start) < FEWEST_WORDS && !/\p{Script=Han}/u.test(text[start - 1] ?? "")) {
    const space = text.lastIndexOf(" ", start - 2);
    start = space < sentence.start ? sentence.start : space + 1;
  }
  if (
    start === figure.start &&
    /\p{Script=Han}/u.test(text.slice(figure.start, figure.end)) &&
    figure.end - figure.start < 10
  ) {
    start = Math.max(sentence.start, figure.start - 8);
  }
  return text.slice(start, figure.end).replaceAll(/\s+/g, " ").slice(0, LONGEST).trim();
}
