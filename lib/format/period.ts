import { parseEdtf } from "@/lib/dates/edtf";
import type { Period } from "@/lib/figures/figure";
import { dateFormat } from "@/lib/format/formatters";

/** A date known to a year, month or day, by locale: "2019", "February 2019", "28 February 2019". Other text is returned as it is. */
export function edtfText(edtf: string, locale: string): string {
  const date = parseEdtf(edtf);
  if (!date || date.month === null) return edtf;
  return dateFormat(locale, {
    year: "numeric",
    month: "long",
    ...(date.day === null ? {} : { day: "numeric" }),
    timeZone: "UTC",
  }).format(Date.UTC(date.year, date.month - 1, date.day ?? 1));
}

/** The same with short months, for narrow places: "28 Feb 2019". */
export function edtfShort(edtf: string, locale: string): string {
  const date = parseEdtf(edtf);
  if (!date || date.month === null) return edtf;
  return dateFormat(locale, {
    year: "numeric",
    month: "short",
    ...(date.day === null ? {} : { day: "numeric" }),
    timeZone: "UTC",
  }).format(Date.UTC(date.year, date.month - 1, date.day ?? 1));
}

/**
 * The time a figure is about: its period ("2014–2019", "April 2022 to March 2023"), else the date it holds for,
 * else "date not stated". The three are never turned into one another.
 */
export function periodText(
  period: Pick<Period, "periodStart" | "periodEnd" | "asOf">,
  locale: string,
  write: (edtf: string, locale: string) => string = edtfText,
): string {
  const start = period.periodStart ?? period.periodEnd;
  const end = period.periodEnd ?? period.periodStart;
  if (start !== null && end !== null) {
    if (start === end) return write(start, locale);
    const joiner = start.length === 4 && end.length === 4 ? "–" : " to ";
    return write(start, locale) + joiner + write(end, locale);
  }
  return period.asOf === null ? "date not stated" : write(period.asOf, locale);
}

/** An ISO 8601 instant as a day in UTC, by locale. */
export function dayText(instant: string, locale: string): string {
  return edtfText(instant.slice(0, 10), locale);
}
