import { numberFormat } from "@/lib/format/formatters";

/** Sign used where a locale writes a negative number: the true minus, not a hyphen. */
const MINUS = "\u2212";

/** From here on money and round counts are written with a word (70 million). */
const COMPACT_FROM = 1_000_000;

/** Plain decimal digits with an optional sign and fraction. */
const DIGITS = /^-?\d+(?:\.(\d+))?$/;

/**
 * A number by locale, exact: all its digits, its own fraction digits kept (4.0 stays 4.0).
 * `digits` is plain decimal text; anything else throws a RangeError.
 */
export function exactNumber(digits: string, locale: string): string {
  const match = DIGITS.exec(digits);
  if (!match) throw new RangeError(`“${digits}” is not a plain decimal number`);
  const fraction = Math.min(match[1]?.length ?? 0, 20);
  const format = numberFormat(locale, { minimumFractionDigits: fraction, maximumFractionDigits: fraction });
  return format.format(digits as Intl.StringNumericLiteral).replace(/^-/, MINUS);
}

/**
 * A number as a reader would say it: 70 million, 2.41 trillion, 9,500. Never rounded: where the short form would drop
 * digits, the number is written out. Short forms begin at one million.
 */
export function readableNumber(digits: string, locale: string): string {
  const value = Number(digits);
  if (Math.abs(value) < COMPACT_FROM || significantDigits(digits) > 6) return exactNumber(digits, locale);
  const compact = numberFormat(locale, {
    notation: "compact",
    compactDisplay: "long",
    maximumSignificantDigits: 15,
  });
  return compact.format(value).replace(/^-/, MINUS);
}

/** A range as a reader would say it: "70–80", and in words where a dash would stand beside a minus: "−3 to 4". Both are plain decimal text. */
export function readableRange(digits: string, digitsHigh: string, locale: string): string {
  const hasMinus = digits.startsWith("-") || digitsHigh.startsWith("-");
  return `${readableNumber(digits, locale)}${hasMinus ? " to " : "–"}${readableNumber(digitsHigh, locale)}`;
}

/**
 * Short words of scale, largest first. They are the site's own: a browser has others for the same locale than the server ("2T", "2tn"),
 * and a chart drawn by both would differ.
 */
const SHORT_SCALES = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "m"],
  [1e3, "k"],
] as const;

/** A tick of an axis, short from ten thousand on (50m, 10k). Ticks are round numbers, so nothing is lost. */
export function tickNumber(value: number, locale: string): string {
  const size = Math.abs(value);
  const [scale, word] = (size >= 10_000 && SHORT_SCALES.find(([scale]) => size >= scale)) || [1, ""];
  const format = numberFormat(locale, { maximumFractionDigits: 10 });
  return format.format(value / scale).replace(/^-/, MINUS) + word;
}

/** How many digits of a plain decimal number carry information: 70000000 has 1, 2.41 has 3. */
function significantDigits(digits: string): number {
  return digits.replace(/[-.]/g, "").replace(/^0+/, "").replace(/0+$/, "").length;
}
