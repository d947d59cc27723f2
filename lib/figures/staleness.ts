import type { Figure } from "@/lib/figures/figure";

/**
 * Whether a figure is older than its metric's shelf life on a given day (yyyymmdd).
 * Null when that cannot be told: the metric does not age, the figure has no date, or it is a target.
 */
export function isStale(figure: Figure, today: number): boolean | null {
  const { shelfLifeMonths } = figure.metric;
  if (shelfLifeMonths === null || figure.lastDay === null || figure.outlook === "target") return null;
  return monthsOf(today) - monthsOf(figure.lastDay) > shelfLifeMonths;
}

/** Whole months from the end of what a figure tells of to a day (yyyymmdd); null where it has no date. Below 0 for what is to come. */
export function monthsOld(figure: Figure, today: number): number | null {
  return figure.lastDay === null ? null : Math.floor(monthsOf(today) - monthsOf(figure.lastDay));
}

/** Months since year 0, with the part of the month as a fraction that only serves comparison. */
function monthsOf(day: number): number {
  return Math.floor(day / 10000) * 12 + (Math.floor(day / 100) % 100) + (day % 100) / 32;
}

/** The first day (yyyymmdd) on which a figure is not yet stale: every earlier last day is, by the rule of isStale. */
export function freshFrom(shelfLifeMonths: number, today: number): number {
  const months = Math.floor(today / 10000) * 12 + (Math.floor(today / 100) % 100) - 1 - shelfLifeMonths;
  return Math.floor(months / 12) * 10000 + ((months % 12) + 1) * 100 + (today % 100);
}

/** Of figures, the one with the last day about each metric, region, organisation and outlook; the first of several. */
export function newestOfSeries(figures: readonly Figure[]): ReadonlySet<Figure> {
  const newest = new Map<string, Figure>();
  for (const figure of figures) {
    const { metric, region, organisation, outlook, lastDay } = figure;
    const series = JSON.stringify([metric.slug, region.code, organisation?.slug, outlook]);
    const found = newest.get(series);
    if (found === undefined || (lastDay ?? 0) > (found.lastDay ?? 0)) newest.set(series, figure);
  }
  return new Set(newest.values());
}
