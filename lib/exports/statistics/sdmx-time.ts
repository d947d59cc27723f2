import { daysCovered } from "@/lib/dates/edtf";

/** What a figure says about time, EDTF text; null means not stated. */
export interface Times {
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly asOf: string | null;
}

/**
 * A figure's time as SDMX writes it (Section 6 of the standard, 4.2): a year, month or day as it is; several as a range of months or days
 * from the first day on ("2014-01-01/P62M"). The moment that it holds for, where no period is said; "" for none.
 */
export function sdmxTime({ periodStart, periodEnd, asOf }: Times): string {
  const [start, end] = [periodStart ?? periodEnd, periodEnd ?? periodStart];
  if (start === null || end === null) return asOf ?? "";
  if (start === end) return start;
  const { firstDay, lastDay } = daysCovered(start, end, null);
  if (firstDay === null || lastDay === null) return start;
  const [first, last] = [dateOf(firstDay), dateOf(lastDay)];
  const isWhole = start.length < 10 && end.length < 10;
  const months = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
  const days = Math.round((last.getTime() - first.getTime()) / 86_400_000) + 1;
  return `${first.toISOString().slice(0, 10)}/P${isWhole ? `${months}M` : `${days}D`}`;
}

/** The start of a day (yyyymmdd), in UTC. */
function dateOf(day: number): Date {
  return new Date(Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100));
}
