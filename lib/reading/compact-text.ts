import { lossBrackets } from "@/lib/reading/quantities/losses";

/** A text with single spaces and without what is not read, and where its characters stood before. */
export interface CompactText {
  readonly text: string;
  /** The place in the text as it was of a place in the squeezed one; the end of the one is the end of the other. */
  readonly placeOf: (at: number) => number;
}

/** Stands in a squeezed text before a number that stood in brackets as accounts write a loss: "$(4.5) million" is "$−4.5 million". */
export const BRACKET_MINUS = "\u2212";

/** A hard space between digits groups them (1 234): it stays. */
const GROUPING = /^\d[\u00a0\u2009\u202f]\d{3}(?!\d)/;

/** What is taken out: characters without width, words broken at the end of a line, marks of footnotes. */
const TAKEN: readonly string[] = [
  "\\u00ad\\s*\\n\\s*(?=\\p{Ll})",
  "-(?<=\\p{Ll}-)\\s?\\n\\s*(?=\\p{Ll})",
  "[\\u200b\\u00ad]+",
  // 9,500¹ and companies²; not m², nor ten to a power.
  "(?=[⁰¹²³⁴-⁹])(?<=[\\d%\\p{L})\"'])(?<!(?:^|[^\\p{L}])(?:[kcdm]?m|ft|mi|yd)|(?<![\\d.,])10)[⁰¹²³⁴-⁹]+",
  "(?=\\[)(?<=[\\d%\\p{L}] ?)\\[(?:\\d{1,3}|[a-z]|注\\d{0,2}|(?:note|nb) ?\\d{1,3}|citation needed)\\]",
  "\\((?<=\\d\\()\\d{1,2}\\)(?![\\d(])(?=\\s\\p{L}|\\p{Script=Han}|[.,;]|$)",
  "\\*{2,3}|(?=[*†‡※])(?<=[\\d%\\p{L})])[*†‡※]+(?![\\d\\p{Script=Latin}])|(?=[①-⑳])(?<=\\d)[①-⑳]",
];
const EDITS = new RegExp(`${TAKEN.join("|")}|(?<bracket>[()])|(?<gap>\\s+)`, "giu");
const NEEDED = /[^\S ]|\s\s|[\u200b\u00ad⁰¹²³⁴-⁹*†‡※①-⑳[]|\([^()]{0,8}\d/;

/** The same text with every gap between words as one space, as the patterns of the reader expect it, and what is not read taken out. */
export function compactText(text: string): CompactText {
  if (!NEEDED.test(text)) return { text, placeOf: (at) => at };
  const places: number[] = [];
  let squeezed = "";
  let done = 0;
  const losses = lossBrackets(text);
  for (const { index, 0: whole, groups } of text.matchAll(EDITS)) {
    const isGap = groups?.gap !== undefined;
    if (isGap && (whole === " " || GROUPING.test(text.slice(Math.max(0, index - 1), index + 5)))) continue;
    const isOpening = losses.opening.has(index);
    if (groups?.bracket !== undefined && !isOpening && !losses.closing.has(index)) continue;
    const read = isGap ? " " : isOpening ? BRACKET_MINUS : "";
    for (let at = done; at < index + read.length; at += 1) places.push(at);
    squeezed += text.slice(done, index) + read;
    done = index + whole.length;
  }
  for (let at = done; at <= text.length; at += 1) places.push(at);
  squeezed += text.slice(done);
  return { text: squeezed, placeOf: (at) => places[at] ?? text.length };
}
