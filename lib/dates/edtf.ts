import type { EnumValue } from "@/lib/enums";

/** A calendar date known to a year, a month or a day. month and day count from 1 and are null beyond the precision. */
export interface EdtfDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly precision: EnumValue<"DatePrecision">;
}

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Reads EDTF level 0 text (ISO 8601-2): YYYY, YYYY-MM or YYYY-MM-DD.
 * Null for anything else, including days that no calendar has (2019-02-30).
 */
export function parseEdtf(text: string): EdtfDate | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month !== null && day !== null && (day < 1 || day > daysInMonth(year, month))) return null;
  return { year, month, day, precision: day !== null ? "day" : month !== null ? "month" : "year" };
}

/** Days of a month (1-12) in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000, month, 0)).getUTCDate() + (month === 2 && !isLeap(year) ? -1 : 0);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The day of an instant in UTC, yyyy-mm-dd. */
export function isoDay(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** The same as the integer yyyymmdd. */
export function utcDay(instant: Date): number {
  return firstDayOf(isoDay(instant));
}

/** First day that EDTF text covers, as the integer yyyymmdd. Throws a RangeError for text that is not a date. */
export function firstDayOf(text: string): number {
  const date = getEdtf(text);
  return date.year * 10000 + (date.month ?? 1) * 100 + (date.day ?? 1);
}

/** Last day that EDTF text covers, as the integer yyyymmdd. Throws a RangeError for text that is not a date. */
export function lastDayOf(text: string): number {
  const date = getEdtf(text);
  const month = date.month ?? 12;
  return date.year * 10000 + month * 100 + (date.day ?? daysInMonth(date.year, month));
}

function getEdtf(text: string): EdtfDate {
  const date = parseEdtf(text);
  if (!date) throw new RangeError(`“${text}” is not a date: write YYYY, YYYY-MM or YYYY-MM-DD`);
  return date;
}

/** Calendar year of a day given as yyyymmdd. */
export function yearOf(day: number): number {
  return Math.floor(day / 10000);
}

/**
 * First and last day (yyyymmdd) that a figure's time covers: its period, else its as-of date; nulls when neither is stated.
 * An open side of a period takes its other side. Throws a RangeError for text that is not a date or a period that ends before it starts.
 */
export function daysCovered(
  periodStart: string | null,
  periodEnd: string | null,
  asOf: string | null,
): { readonly firstDay: number | null; readonly lastDay: number | null } {
  const start = periodStart ?? periodEnd ?? asOf;
  const end = periodEnd ?? periodStart ?? asOf;
  if (start === null || end === null) return { firstDay: null, lastDay: null };
  const days = { firstDay: firstDayOf(start), lastDay: lastDayOf(end) };
  if (days.firstDay > days.lastDay) throw new RangeError(`The period ends (${end}) before it starts (${start})`);
  return days;
}
