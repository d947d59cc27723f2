import type { Stretch } from "@/lib/reading/article/split-text";
import type { ReadTime } from "@/lib/reading/candidate";

/** A time that a sentence names, and where. */
export interface FoundTime extends Stretch {
  /** Null where it depends on the date of the text and that is not known ("last year"). */
  readonly time: ReadTime | null;
  /** Set where figures are compared with it ("up from 2017"): it is not the time of the number before it. */
  readonly isBase: boolean;
  /** Set where it dates something else: a 2016 law, a museum "opened in 1998". */
  readonly isAside: boolean;
}

/** The date of a text, as far as it is known. */
export interface Published {
  readonly year: number;
  /** 1 to 12; null where only the year is known. */
  readonly month: number | null;
}

/** Reads the date of a text ("2019-02-28", "2019"); null for none. */
export function publishedOf(date: string | null | undefined): Published | null {
  const match = /^(\d{4})(?:-(\d{2}))?/.exec(date ?? "");
  return match ? { year: Number(match[1]), month: match[2] === undefined ? null : Number(match[2]) } : null;
}

/** A whole year, or from one to another. */
export function years(from: number, to = from): readonly [string, string] {
  return [String(from), String(to)];
}

/** Months of a year by number, both included. */
export function monthsOf(year: number, from: number, to = from): readonly [string, string] {
  return [`${year}-${two(from)}`, `${year}-${two(to)}`];
}

/** A quarter (1 to 4) or a half (1 or 2) of a year. */
export function partOfYear(year: number, part: number, monthsEach: 3 | 6): readonly [string, string] {
  return monthsOf(year, (part - 1) * monthsEach + 1, part * monthsEach);
}

/** One day. */
export function dayOf(year: number, month: number, day: number): readonly [string, string] {
  const date = `${year}-${two(month)}-${two(day)}`;
  return [date, date];
}

/** The last day of a month. */
export function lastDayOf(year: number, month: number): readonly [string, string] {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return dayOf(year, month, days[month - 1] ?? 31);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
