import { timesTen } from "@/lib/numbers/decimal";

const ONES = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
]; // prettier-ignore
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const POWERS: Readonly<Record<string, number>> = { hundred: 2, thousand: 3, million: 6, billion: 9, trillion: 12 };

/** Any one word of an English number, as the source of a pattern. */
export const NUMBER_WORD = `(?:${[...ONES].reverse().join("|")}|${TENS.join("|")}|hundred|thousand|million|billion|trillion)`;

/** Ones and tens as the source of a pattern, the longer first ("sixteen" before "six"). */
export const SMALL_WORD = `(?:${[...ONES, ...TENS].sort((a, b) => b.length - a.length).join("|")})`;

/** An English number in words as plain digits: "three hundred and twenty" is "320". Null for what is none, as "three four". */
export function wordsToDigits(text: string): string | null {
  let total = 0;
  let group: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  let room = Number.POSITIVE_INFINITY;
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    if (word === "") continue;
    // "And" stands behind a hundred or more: "two hundred and five".
    if (word === "and") {
      if (room < 100) return null;
      continue;
    }
    const one = word === "a" || word === "an" ? 1 : ONES.indexOf(word);
    const ten = TENS.indexOf(word);
    const power = POWERS[word];
    if (power === 2) {
      if (group !== null && group >= 100) return null;
      group = (group ?? 1) * 100;
      room = 100;
    } else if (power !== undefined) {
      // "Hundred thousand million" goes on; "five thousand three million" does not.
      if (group === null ? total === 0 && least < Number.POSITIVE_INFINITY : power >= least) return null;
      if (group === null && total > 0) total = Number(timesTen(String(total), power));
      else total += Number(timesTen(String(group ?? 1), power));
      least = power;
      group = null;
      room = Number.POSITIVE_INFINITY;
    } else {
      const value = ten >= 0 ? (ten + 2) * 10 : one;
      if (value < 0 || value >= room) return null;
      group = (group ?? 0) + value;
      room = ten >= 0 ? 10 : 1;
    }
  }
  const value = total + (group ?? 0);
  return Number.isSafeInteger(value) ? String(value) : null;
}

/** The longest start of a row of number words that is one number; the row itself where none is. */
export function longestNumber(words: string): string {
  const parts = words.split(/(?=[\s-])/);
  for (let count = parts.length; count > 1; count -= 1) {
    const start = parts.slice(0, count).join("");
    if (!/\sand$/i.test(start) && wordsToDigits(start.replace(/^half /i, "")) !== null) return start;
  }
  return parts.length > 1 && wordsToDigits(parts[0] ?? "") !== null ? (parts[0] ?? "") : words;
}

/** The value of an ordinal or the lower part of a fraction ("third", "fifths", "12th"); null for what is none. */
export function ordinalValue(text: string): number | null {
  const word = text.toLowerCase().replace(/s$/, "");
  const digits = /^(\d{1,4})(?:st|nd|rd|th)$/.exec(word)?.[1];
  if (digits !== undefined) return Number(digits);
  const index = ORDINALS.indexOf(word);
  return index < 0 ? null : index + 1;
}

const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
  "thirteenth",
  "fourteenth",
  "fifteenth",
  "sixteenth",
  "seventeenth",
  "eighteenth",
  "nineteenth",
  "twentieth",
]; // prettier-ignore

/** Any ordinal, as the source of a pattern. */
export const ORDINAL = `(?:${[...ORDINALS].reverse().join("|")}|\\d{1,3}(?:st|nd|rd|th))`;
