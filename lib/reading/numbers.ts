import { readNumber } from "@/lib/figures/number";
import { timesTen } from "@/lib/reading/decimal";
import { DIGITS_ZH, NUMBER_WORDS, SCALES_EN, SCALES_ZH } from "@/lib/reading/words";

/** A number found in text, and where it stands, the scale word included. */
export interface FoundNumber {
  /** Plain digits with the scale word worked in; null where marks stand as English does not have them ("360,2"). */
  readonly digits: string | null;
  readonly start: number;
  readonly end: number;
  /** Set where the number carries its own unit: 两成 and 百分之二十 are percent. */
  readonly unit: "percent" | null;
  /** Set where the word for more stands between number and scale: 20多万. */
  readonly isMore: boolean;
}

const EN = new RegExp(
  `(?<=^|[^\\p{Script=Latin}\\d.]|CNY|USD|RMB|EUR)(\\d(?:[\\d,]*\\d)?(?:\\.\\d+)?|(?:${NUMBER_WORDS.join("|")})\\b|half a|a(?=\\s+(?:hundred|thousand|million|billion|trillion)\\b))(?!(?:st|nd|rd|th|G)\\b)(?:[\\s-]*(hundred|thousand|million|mln|mn|billion|bln|bn|trillion|tn|lakh crore|lakhs?|crores?|[kKmM](?![\\p{Script=Latin}])))?`,
  "giu",
);
const ZH =
  /(\d(?:[\d,]*\d)?(?:\.\d+)?|[零〇一二两三四五六七八九十]+)([余多])?(万亿|千亿|百亿|千万|百万|[亿億]|[万萬]|兆|千|百)/gu;
const TENTHS_ZH = /([一二两三四五六七八九])成(半|[一二三四五六七八九])?/gu;
const PERCENT_ZH = /百分之([零〇一二两三四五六七八九十百]+)(?:点([零一二三四五六七八九]+))?/gu;

/** Every number in a text, in order of place, none within another. Years and days are among them. */
export function findNumbers(text: string): readonly FoundNumber[] {
  const all = [...percentZh(text), ...tenthsZh(text), ...scaledZh(text), ...english(text)];
  const found: FoundNumber[] = [];
  for (const number of all.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (number.start >= (found.at(-1)?.end ?? 0)) found.push(number);
  }
  return found;
}

/** Grouping by lakh and crore: 2,41,275. */
const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/;

function english(text: string): FoundNumber[] {
  return [...text.matchAll(EN)].map((match) => {
    const [whole, written = "", scale = ""] = match;
    const digits = englishDigits(written);
    const power = SCALES_EN[scale.toLowerCase()] ?? 0;
    return place(match, whole.length, digits === null ? null : timesTen(digits, power));
  });
}

function englishDigits(written: string): string | null {
  const word = NUMBER_WORDS.indexOf(written.toLowerCase());
  if (word >= 0) return String(word);
  if (/^half a$/i.test(written)) return "0.5";
  if (/^a$/i.test(written)) return "1";
  // In running text a point is a decimal point: "1.234 million" cannot mean thousands.
  const reading = readNumber(INDIAN.test(written) ? written.replaceAll(",", "") : written, "en");
  return reading.ok ? reading.digits : null;
}

function scaledZh(text: string): FoundNumber[] {
  return [...text.matchAll(ZH)].flatMap((match) => {
    const [whole, written = "", more, scale = ""] = match;
    const digits = chineseDigits(written);
    if (digits === null) return [];
    return [place(match, whole.length, timesTen(digits, SCALES_ZH[scale] ?? 0), null, more !== undefined)];
  });
}

function tenthsZh(text: string): FoundNumber[] {
  return [...text.matchAll(TENTHS_ZH)].map((match) => {
    const [whole, tens = "", ones] = match;
    const value = (DIGITS_ZH[tens] ?? 0) * 10 + (ones === "半" ? 5 : (DIGITS_ZH[ones ?? ""] ?? 0));
    return place(match, whole.length, String(value), "percent");
  });
}

function percentZh(text: string): FoundNumber[] {
  return [...text.matchAll(PERCENT_ZH)].flatMap((match) => {
    const [whole, written = "", fraction] = match;
    const digits = chineseDigits(written);
    if (digits === null) return [];
    const tail = fraction === undefined ? "" : `.${[...fraction].map((digit) => DIGITS_ZH[digit] ?? 0).join("")}`;
    return [place(match, whole.length, digits + tail, "percent")];
  });
}

/** Chinese numerals up to 199, or digits, as plain digits; null for what is neither. */
function chineseDigits(written: string): string | null {
  if (/^\d/.test(written)) {
    const reading = readNumber(written, "en");
    return reading.ok ? reading.digits : null;
  }
  const match = /^(一?百零?)?(?:([一二三四五六七八九]?)十)?([零〇一二两三四五六七八九]?)$/.exec(written);
  if (match === null || written === "") return null;
  const [, hundreds, tens, ones = ""] = match;
  const ten = tens === undefined ? 0 : tens === "" ? 10 : (DIGITS_ZH[tens] ?? 0) * 10;
  return String((hundreds === undefined ? 0 : 100) + ten + (DIGITS_ZH[ones] ?? 0));
}

function place(
  match: RegExpMatchArray,
  length: number,
  digits: string | null,
  unit: "percent" | null = null,
  isMore = false,
): FoundNumber {
  const start = match.index ?? 0;
  return { digits, start, end: start + length, unit, isMore };
}
