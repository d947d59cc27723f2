import { lastDayOfAll, mainSpan, spanKey, timePlace } from "@/lib/charts/axes/time";
import { seriesKey } from "@/lib/charts/series";
import type { ChartSpec, Figure, MetricRef } from "@/lib/figures/figure";
import { groupBy } from "@/lib/figures/group";

/** Which of some figures are drawn. The others are left to the table. */
export interface Choice {
  /** In the order in which they are drawn. */
  readonly drawn: readonly Figure[];
  /** Series (a metric of a place or organisation): those drawn, and all. */
  readonly series: { readonly drawn: number; readonly all: number };
  /** Whether every series that is drawn is shown by its newest outcome alone, older ones having been left out. */
  readonly isNewestOnly: boolean;
}

/** How figures of one metric are best drawn, and which of them. */
export interface ChosenChart extends Pick<ChartSpec, "kind" | "scale" | "rows">, Choice {}

/** Different times a series needs before it is a line; fewer are dots or bars. */
const LINE_TIMES = 3;
/** Most lines that are told apart by colour. */
const MOST_LINES = 6;
/** Most bars or dots that are read as one picture. */
const MOST_ROWS = 16;
/** Spread from which bars would hide the small values: dots on a log axis take over. */
const LOG_SPREAD = 100;

/**
 * The chart that is fit for what there is (docs/architecture.md): lines as soon as one series has three points in time, never for one or
 * two; else the newest outcome of each series side by side; else the one series by period. Rates, which may be negative,
 * are dots; counts, money and shares are bars from zero, or dots on a log axis where the spread exceeds a hundredfold.
 */
export function chooseChart(figures: readonly Figure[], metric: Pick<MetricRef, "kind">): ChosenChart {
  const series = [...groupBy(figures, seriesKey).values()];
  const hasOrganisations = figures.some((figure) => figure.organisation !== null);
  if (series.some((own) => countTimes(own) >= LINE_TIMES)) {
    return {
      kind: "line",
      scale: "linear",
      rows: hasOrganisations ? "organisation" : "region",
      ...chooseLines(figures),
    };
  }
  const choice = chooseRows(figures, true);
  const rows = series.length === 1 ? "period" : hasOrganisations ? "organisation" : "region";
  return { ...fitRows(choice.drawn, metric), rows, ...choice };
}

/** All figures where the series are few; else those of the series with most points in time, of equals the largest. The order is kept. */
export function chooseLines(figures: readonly Figure[]): Choice {
  const series = [...groupBy(figures, seriesKey).values()];
  const dated = series.filter((own) => own.some((figure) => timePlace(figure) !== null));
  if (dated.length <= MOST_LINES) {
    return { drawn: figures, series: { drawn: dated.length, all: series.length }, isNewestOnly: false };
  }
  const byWeight = dated
    .map((own) => ({ own, times: countTimes(own), newest: Math.max(...newestOutcomes(own).map(({ value }) => value)) }))
    .sort((a, b) => b.times - a.times || b.newest - a.newest);
  const kept = new Set(byWeight.slice(0, MOST_LINES).flatMap(({ own }) => own));
  const drawn = figures.filter((figure) => kept.has(figure));
  return { drawn, series: { drawn: MOST_LINES, all: series.length }, isNewestOnly: false };
}

/**
 * Rows that may stand beside each other: of several series the newest outcome of each, claims that differ about its time included, or its newest target where
 * it has no outcome; of a single series its figures by time. `isOrdered` puts the figures of the period that most rows share first, the
 * largest first, then other periods from the newest back; more rows than are legible are ordered in any case, and the last are left out.
 */
export function chooseRows(figures: readonly Figure[], isOrdered: boolean): Choice {
  const series = [...groupBy(figures, seriesKey).values()];
  if (series.length < 2) {
    const drawn = [...figures].sort(byTime).slice(-MOST_ROWS);
    return { drawn, series: { drawn: series.length, all: series.length }, isNewestOnly: false };
  }
  const newest = new Set(series.flatMap(newestOutcomes));
  const found = figures.filter((figure) => newest.has(figure));
  const ordered = isOrdered || found.length > MOST_ROWS ? inOrder(found) : found;
  const whole = wholeSeries(ordered);
  const drawn = whole.length > 0 ? whole : ordered.slice(0, MOST_ROWS);
  return {
    drawn,
    series: { drawn: groupBy(drawn, seriesKey).size, all: series.length },
    isNewestOnly: whole.length > 0 && found.length < figures.length,
  };
}

function inOrder(figures: readonly Figure[]): Figure[] {
  const main = mainSpan(figures);
  const spans = groupBy(figures, spanKey);
  const rank = (figure: Figure) => {
    const key = spanKey(figure);
    return key === main ? Number.POSITIVE_INFINITY : lastDayOfAll(spans.get(key) ?? []);
  };
  return [...figures].sort((a, b) => compare(rank(b), rank(a)) || compare(b.value, a.value));
}

/** The rows of the first series, as many as are legible together; none where the first alone has more. */
function wholeSeries(rows: readonly Figure[]): readonly Figure[] {
  if (rows.length <= MOST_ROWS) return rows;
  const kept = new Set<Figure>();
  for (const own of groupBy(rows, seriesKey).values()) {
    if (kept.size + own.length > MOST_ROWS) break;
    for (const figure of own) kept.add(figure);
  }
  return rows.filter((figure) => kept.has(figure));
}

/** Bars or dots, and their axis, for figures that stand side by side. */
export function fitRows(
  figures: readonly Figure[],
  metric: Pick<MetricRef, "kind">,
): Pick<ChosenChart, "kind" | "scale"> {
  const low = figures.reduce((least, { value }) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = figures.reduce((most, { value, valueHigh }) => Math.max(most, valueHigh ?? value), low);
  if (metric.kind === "rate" || metric.kind === "index" || low < 0) return { kind: "dot", scale: "linear" };
  if (metric.kind !== "share" && low > 0 && high > low * LOG_SPREAD) return { kind: "dot", scale: "log" };
  return { kind: "bar", scale: "linear" };
}

/** The newest outcomes of a series, all that hold for the same last day; its newest targets where it has no outcome. */
function newestOutcomes(own: readonly Figure[]): readonly Figure[] {
  const outcomes = own.filter((figure) => figure.outlook === "outcome");
  const asked = outcomes.length > 0 ? outcomes : own;
  const last = lastDayOfAll(asked);
  return asked.filter((figure) => (figure.lastDay ?? 0) === last);
}

/** Oldest first, what has no date before all others. */
function byTime(a: Figure, b: Figure): number {
  return (a.lastDay ?? 0) - (b.lastDay ?? 0);
}

/** As a − b, but 0 for two infinities. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Different moments or periods of the outcomes of a series. */
function countTimes(figures: readonly Figure[]): number {
  const outcomes = figures.filter((figure) => figure.outlook === "outcome");
  return new Set(outcomes.flatMap((figure) => timePlace(figure)?.time ?? [])).size;
}
