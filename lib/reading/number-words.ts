import { timesTen } from "@/lib/figures/decimal";

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

/** An English number in words as plain digits: "three hundred and twenty" is "320". Null for what is none. */
export function wordsToDigits(text: string): string | null {
  let total = 0;
  let group: number | null = null;
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    if (word === "and" || word === "") continue;
    const one = word === "a" || word === "an" ? 1 : ONES.indexOf(word);
    const ten = TENS.indexOf(word);
    const power = POWERS[word];
    if (power !== undefined) {
      if (power === 2) group = (group ?? 1) * 100;
      else {
        total += Number(timesTen(String(group ?? 1), power));
        group = null;
      }
    } else if (ten >= 0) group = (group ?? 0) + (ten + 2) * 10;
    else if (one >= 0) group = (group ?? 0) + one;
    else return null;
  }
  const value = total + (group ?? 0);
  return Number.isSafeInteger(value) ? String(value) : null;
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
