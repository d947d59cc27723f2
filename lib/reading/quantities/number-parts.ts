import { timesTen } from "@/lib/numbers/decimal";
import type { FoundNumber } from "@/lib/reading/quantities/found-number";

/**
 * Joins the parts of numbers that are written scale by scale: 41万2806, 12兆3,450億, "95 trillion 210.5 billion". Each part must have
 * room below the one before it. What ends in one digit (1万2) is read as people say it, 12,000, and doubted.
 */
export function joinParts(text: string, numbers: readonly FoundNumber[]): readonly FoundNumber[] {
  const joined: FoundNumber[] = [];
  for (const number of numbers) {
    const last = joined.at(-1);
    const whole = last === undefined ? null : together(text, last, number);
    if (whole === null) joined.push(number);
    else joined[joined.length - 1] = whole;
  }
  return joined;
}

function together(text: string, upper: FoundNumber, lower: FoundNumber): FoundNumber | null {
  if (upper.digits === null || lower.digits === null || upper.isMore || upper.unit !== null || lower.unit !== null)
    return null;
  const between = text.slice(upper.end, lower.start);
  const isHan = /\p{Script=Han}$/u.test(text.slice(upper.start, upper.end));
  const thousands = isHan ? null : thousandsOf(upper, lower, between);
  if (thousands !== null)
    return { ...upper, ...thousands, end: lower.end, written: text.slice(upper.start, lower.end) };
  const isApart = !(isHan ? /^ ?$/ : /^ $/).test(between) || upper.power < (isHan ? 4 : 3);
  if (isApart || lower.power >= upper.power || (lower.power === 0 && !(isHan && between === ""))) return null;
  // 13亿 and 2019 are two where a year follows.
  if (lower.power === 0 && !/^(?:\d{1,4}|\d,\d{3})$/.test(lower.written)) return null;
  const isOneDigit = lower.power === 0 && lower.written.length === 1;
  const below = isOneDigit ? lower.digits.padEnd(upper.power, "0") : lower.digits;
  const digits = sum(upper.digits, below, upper.power);
  if (digits === null) return null;
  const doubt = isOneDigit
    ? `${text.slice(upper.start, lower.end)} is read as ${digits}: say if it is meant so.`
    : null;
  return {
    ...upper,
    end: lower.end,
    digits,
    written: `${text.slice(upper.start, lower.end)}`,
    isMore: lower.isMore,
    doubt: upper.doubt ?? lower.doubt ?? doubt,
  };
}

/** Spanish counts "3 mil 450 millones" and "45 mil 300": thousands and what is below them, under one scale. Null for what is none. */
function thousandsOf(
  upper: FoundNumber,
  lower: FoundNumber,
  between: string,
): Pick<FoundNumber, "digits" | "power" | "multiplier"> | null {
  const isWhole = /^\d{1,3}$/.test(lower.written) && /^\d{1,3}000$/.test(upper.digits ?? "");
  if (upper.multiplier !== "mil" || between !== " " || !isWhole || !/^millones?$|^null$/.test(String(lower.multiplier)))
    return null;
  const below = sum(upper.digits ?? "", lower.written, 3);
  return below === null
    ? null
    : { digits: timesTen(below, lower.power), power: lower.power, multiplier: lower.multiplier };
}

/** The sum of both, exact; null where the lower part has no room below the upper one's last digit, or either has a fraction. */
function sum(upper: string, lower: string, power: number): string | null {
  if (/[.-]/.test(upper + lower) || !upper.endsWith("0".repeat(power)) || lower.length > power) return null;
  return upper.slice(0, upper.length - lower.length) + lower;
}
