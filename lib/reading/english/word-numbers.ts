import { timesTen } from "@/lib/numbers/decimal";
import { longestNumber, NUMBER_WORD, SMALL_WORD, wordsToDigits } from "@/lib/reading/english/number-words";
import { type FoundNumber, foundNumber } from "@/lib/reading/quantities/found-number";
import { SCALES_EN } from "@/lib/reading/quantities/scales";

const SCALE_WORD = "hundred|thousand|million|billion|trillion";

/** Numbers in English words: "three hundred", "half a million", "two dozen", "fivefold", "two and a half million". */
export function wordNumbersEn(text: string): readonly FoundNumber[] {
  return [...wordNumbers(text), ...dozens(text), ...folds(text), ...mixed(text), ...halfMore(text)];
}

const WORDS = new RegExp(
  `(?<![\\p{L}-])(?:(?:(?:half )?an? (?=hundred|thousand|million|billion|trillion))?${NUMBER_WORD}(?:(?:-|\\s(?:and\\s)?)${NUMBER_WORD}){0,7})(?![\\p{L}])`,
  "giu",
);

function wordNumbers(text: string): FoundNumber[] {
  return [...text.matchAll(WORDS)].flatMap((match) =>
    longestNumbers(match[0], match.index).flatMap(({ words, start }) => wordNumber(text, words, start)),
  );
}

/** "Three and four million" are two numbers: words that cannot go on a number begin the next. */
function longestNumbers(words: string, start: number): { readonly words: string; readonly start: number }[] {
  const first = longestNumber(words);
  const rest = words.slice(first.length);
  const gap = /^(?:-|\s(?:and\s)?)/i.exec(rest)?.[0].length ?? 0;
  const found = { words: first, start };
  // "Nineteen eighty-four", "five six seven": no numbers.
  if (gap > 0 && !/and/i.test(rest.slice(0, gap))) return [];
  return gap === 0 ? [found] : [found, ...longestNumbers(rest.slice(gap), start + first.length + gap)];
}

function wordNumber(text: string, whole: string, start: number): FoundNumber[] {
  const half = /^half an? (.*)$/i.exec(whole)?.[1];
  const digits = half === undefined ? wordsToDigits(whole) : halfOf(wordsToDigits(half));
  const end = start + whole.length;
  const isPercent = /^ per ?cent/i.test(text.slice(end, end + 9));
  // "Ten" of "tens", "one" and "a" alone are no figures; "million" alone is the scale of what stands before it.
  if (digits === null || (/^(?:one|zero)$/i.test(whole) && !isPercent)) return [];
  if (new RegExp(`^(?:${SCALE_WORD})`, "i").test(whole) && !(isPercent && /^hundred$/i.test(whole)))
    return goneOn(text, whole, start);
  // "The Group of Twenty": a name.
  if (/^\p{Lu}/u.test(whole) && /[\p{L},]\s$/u.test(text.slice(Math.max(0, start - 2), start))) return [];
  const scale = /(?:^|[\s-])(hundred|thousand|million|billion|trillion)$/i.exec(whole)?.[1] ?? null;
  return [
    foundNumber({
      start,
      end,
      written: whole,
      digits,
      power: scale === null ? 0 : (SCALES_EN[scale.toLowerCase()] ?? 0),
      multiplier: scale,
      isSmallWord: Number(digits) <= 10,
    }),
  ];
}

/** "12 thousand five hundred": words that go on what digits begin. */
function goneOn(text: string, words: string, start: number): FoundNumber[] {
  const [, scale = "", rest = ""] = new RegExp(`^(${SCALE_WORD})[ -](?:and )?(.+)$`, "i").exec(words) ?? [];
  const count = /(?<![\d.,])\d{1,3}(?=[ -]$)/.exec(text.slice(Math.max(0, start - 6), start));
  const power = SCALES_EN[scale.toLowerCase()] ?? 0;
  const more = wordsToDigits(rest);
  if (count === null || more === null || Number(more) >= 10 ** power) return [];
  const from = start - count[0].length - 1;
  const end = start + words.length;
  const digits = String(Number(count[0]) * 10 ** power + Number(more));
  return [foundNumber({ start: from, end, written: text.slice(from, end), digits })];
}

function halfOf(digits: string | null): string | null {
  return digits === null ? null : String(Number(digits) / 2);
}

const DOZEN = /(?<!\p{L})(?:(a|an|half a)|(\p{L}{3,9})) dozen(?!s|\p{L})/giu;

function dozens(text: string): FoundNumber[] {
  return [...text.matchAll(DOZEN)].flatMap((match) => {
    const [whole, article, word = ""] = match;
    const count = article === undefined ? wordsToDigits(word) : /^half/i.test(article) ? "0.5" : "1";
    if (count === null) return [];
    const digits = String(Number(count) * 12);
    return [
      foundNumber({ start: match.index, end: match.index + whole.length, written: whole, digits, isRough: true }),
    ];
  });
}

const FOLD = new RegExp(`(?<![\\p{L}-])(${SMALL_WORD}|hundred)fold(?!\\p{L})`, "giu");

/** "Fivefold": a multiple. */
function folds(text: string): FoundNumber[] {
  return [...text.matchAll(FOLD)].map(({ index, 0: written, 1: word = "" }) =>
    foundNumber({
      start: index,
      end: index + written.length,
      written,
      digits: wordsToDigits(word),
      unit: { kind: "times", text: "times" },
    }),
  );
}

const MIXED = new RegExp(
  `(?<![\\p{L}\\d.,-])(?:(${SMALL_WORD}|\\d{1,3})[ -]and[ -]a[ -](half|quarter)(?:[ -](${SCALE_WORD}))?|(a|three)[ -]quarters?(?: of)? an? (${SCALE_WORD})|(a) quarter[ -](${SCALE_WORD}))(?!\\p{L})`,
  "giu",
);

/** "Two and a half million", "a quarter of a million", "a quarter million". */
function mixed(text: string): FoundNumber[] {
  return [...text.matchAll(MIXED)].map(
    ({ index, 0: written, 1: whole, 2: part, 3: scale, 4: quarters, 5: ofScale, 7: tightScale }) => {
      const count = whole === undefined ? 0 : Number(/^\d/.test(whole) ? whole : wordsToDigits(whole));
      const rest = /half/i.test(part ?? "") ? 0.5 : /three/i.test(quarters ?? "") ? 0.75 : 0.25;
      const multiplier = scale ?? ofScale ?? tightScale ?? null;
      const power = multiplier === null ? 0 : (SCALES_EN[multiplier.toLowerCase()] ?? 0);
      const end = index + written.length;
      const times = /^[ -]times(?!\p{L})/u.exec(text.slice(end, end + 8))?.[0].length ?? 0;
      return foundNumber({
        start: index,
        end: end + times,
        unit: times > 0 ? { kind: "times", text: "times" } : null,
        written,
        digits: timesTen(String(count + rest), power),
        power,
        multiplier,
        isSmallWord: power === 0 && times === 0 && !/^\d/.test(written),
      });
    },
  );
}

const HALF_MORE = new RegExp(
  `(?<![\\p{L}\\d.,-])(${SMALL_WORD}|an?|\\d{1,3})[ -](${SCALE_WORD}) and a (half|quarter)(?!\\p{L})`,
  "giu",
);

/** "A million and a half": the half is one of what the scale counts. */
function halfMore(text: string): FoundNumber[] {
  return [...text.matchAll(HALF_MORE)].map(({ index, 0: written, 1: whole = "", 2: multiplier = "", 3: part = "" }) => {
    const count = Number(/^\d/.test(whole) ? whole : wordsToDigits(whole));
    const power = SCALES_EN[multiplier.toLowerCase()] ?? 0;
    const digits = timesTen(String(count + (/half/i.test(part) ? 0.5 : 0.25)), power);
    return foundNumber({ start: index, end: index + written.length, written, digits, power, multiplier });
  });
}
