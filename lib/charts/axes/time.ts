import { firstDayOf, lastDayOf, yearOf } from "@/lib/dates/edtf";
import type { Figure } from "@/lib/figures/figure";
import { groupBy } from "@/lib/figures/group";

const DAY_MS = 86_400_000;

/** Where a figure stands on an axis of time, and over how long it was counted. */
interface TimePlace {
  /** Decimal year: 2019.5 is the middle of 2019. */
  readonly time: number;
  /** Months counted over; 0 for a stock or another moment. Only figures counted over equally long are joined by a line. */
  readonly months: number;
}

/**
 * Where a figure stands in time; null when its source states no date. A stock stands at its as-of date, anything else in the
 * middle of its period, or at the end of a period longer than 13 months. A date known to the year stands in the middle of it.
 */
export function timePlace(
  figure: Pick<Figure, "metric" | "firstDay" | "lastDay" | "asOf" | "periodStart" | "periodEnd">,
) {
  const moment = figure.metric.accumulation === "stock" && figure.asOf !== null ? figure.asOf : null;
  const firstDay = moment === null ? figure.firstDay : firstDayOf(moment);
  const lastDay = moment === null ? figure.lastDay : lastDayOf(moment);
  if (firstDay === null || lastDay === null) return null;
  const start = decimalYear(firstDay);
  const end = decimalYear(lastDay) + 1 / 365.25;
  const counted = figure.metric.accumulation !== "stock" && (figure.periodStart ?? figure.periodEnd) !== null;
  const months = Math.max(1, Math.round((end - start) * 12));
  const time = months > 13 ? Math.min(end, decimalYear(lastDay)) : (start + end) / 2;
  return { time: Math.round(time * 1e4) / 1e4, months: counted ? months : 0 } satisfies TimePlace;
}

/** A day (yyyymmdd) as a decimal year: 20190101 is 2019, 20190702 about 2019.5. */
export function decimalYear(day: number): number {
  const year = Math.floor(day / 10_000);
  const start = Date.UTC(year, 0, 1);
  const at = Date.UTC(year, (Math.floor(day / 100) % 100) - 1, day % 100);
  return year + (at - start) / DAY_MS / ((Date.UTC(year + 1, 0, 1) - start) / DAY_MS);
}

/**
 * What a row counts: the year in which its time ends, the months it was counted over, on what basis and of which release; null without a date.
 * Only figures that share all of it compare (lib/figures/claims/verdict.ts).
 */
export function spanKey(figure: Figure): string | null {
  const place = timePlace(figure);
  return place === null || figure.lastDay === null
    ? null
    : [yearOf(figure.lastDay), place.months, figure.release ?? "", figure.basis ?? ""].join(" ");
}

/** The span that most of some figures share, of equals the newest; null where none has a date. */
export function mainSpan(figures: readonly Figure[]): string | null {
  const spans = [...groupBy(figures, spanKey)].filter(([key]) => key !== null);
  spans.sort(([, a], [, b]) => b.length - a.length || lastDayOfAll(b) - lastDayOfAll(a));
  return spans[0]?.[0] ?? null;
}

/** The last day of any of some figures, yyyymmdd; 0 where none has a date. */
export function lastDayOfAll(figures: readonly Figure[]): number {
  return Math.max(0, ...figures.map((figure) => figure.lastDay ?? 0));
}
