import { timesTen } from "@/lib/numbers/decimal";
import { scaleAfter } from "@/lib/numbers/scale-words";

/** A part of what is searched for: words, or a number with what it comes to in plain digits ("45.5 trillion": 45500000000000). */
export interface SearchPart {
  readonly text: string;
  /** Null for words. */
  readonly digits: string | null;
}

/** Digits, groups of three apart by a comma, an apostrophe or a space, and a fraction; not within a word ("5G", "4b"). */
const NUMBER = /(?<![\p{Script=Latin}\d.])(?:\d{1,3}(?:[,'’ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?/gu;
const LETTER = /^[\p{Script=Latin}\d]/u;

/** Cuts a text into words and numbers; a word of scale behind a number, in English or Chinese, belongs to it. */
export function searchParts(text: string): readonly SearchPart[] {
  const parts: SearchPart[] = [];
  let from = 0;
  const words = (to: number) => {
    const between = text.slice(from, to).trim();
    if (between !== "") parts.push({ text: between, digits: null });
  };
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    const after = text.slice(index + number.length);
    const found = scaleAfter(after, false, false);
    // A letter that may be a unit is no scale.
    const [power, another] = found?.powers ?? [];
    const scale =
      found !== null && power !== undefined && another === undefined ? { power, length: found.length } : null;
    if (index < from || (scale === null && LETTER.test(after))) continue;
    words(index);
    const end = index + number.length + (scale?.length ?? 0);
    const plain = timesTen(number.replace(/[^\d.]/g, ""), scale?.power ?? 0);
    parts.push({ text: text.slice(index, end), digits: shortest(plain) });
    from = end;
  }
  words(text.length);
  return parts;
}

/** The same number without zeros that end its fraction: 4.0 is found as 4. */
export function shortest(digits: string): string {
  return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
}
