import "server-only";

/** Words too common to say what a figure is about. */
const COMMON: ReadonlySet<string> = new Set(["of", "the", "in", "and", "a", "s", "to", "for", "by", "on", "at"]);

/** A term as the index keeps it: no case, no accents; null for words that say nothing. */
export function term(text: string): string | null {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain === "" || COMMON.has(plain) ? null : plain;
}

/** A Chinese character, a number that no letter follows, or a run of letters and digits ("5G"). */
const WORD = /\p{Script=Han}|\d+(?:\.\d+)?(?![\p{L}\d])|(?:(?!\p{Script=Han})[\p{L}\p{M}\d])+/gu;

/** Words and numbers of a text: "9,500" is one number, Chinese is cut into characters. */
export function tokenize(text: string): string[] {
  const numbers = text.replace(/(\d),(?=\d)/g, "$1");
  return numbers.match(WORD) ?? [];
}

/** A slip for words of four letters and more, two from eight; none in numbers. */
function slips(word: string): number {
  if (/\d/.test(word) || word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** How an index cuts, forgives and weighs: fields are a name and what else is known. */
export const searchOptions = {
  fields: ["name", "more"],
  tokenize,
  processTerm: term,
  searchOptions: {
    boost: { name: 3 },
    prefix: (word: string) => word.length > 1,
    fuzzy: slips,
    combineWith: "AND" as const,
  },
};
