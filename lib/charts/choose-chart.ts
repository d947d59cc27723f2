import { subjectKey } from "@/lib/charts/series";
import { timePlace } from "@/lib/charts/time";
import type { ChartSpec, Figure, MetricRef } from "@/lib/figures/figure";

/** How a set of figures is best drawn, with the figures that are drawn. Spread it into a ChartSpec. */
export interface ChosenChart extends Pick<ChartSpec, "kind" | "scale" | "rows" | "figures"> {
  /** Figures that are not drawn: older ones of places compared by their newest, lines and rows beyond what is legible. */
  readonly leftOut: number;
}

/** Different times a series needs before it is a line; fewer are dots or bars. */
const LINE_TIMES = 3;
/** Most lines that are told apart by colour. */
const MOST_LINES = 6;
/** Most bars or dots that are read as one picture. */
const MOST_ROWS = 16;
/** Spread from which bars would hide the small values: dots on a log axis take over. */
const LOG_SPREAD = 100;

/**
 * The chart that is fit for what there is (DESIGN, Charts): a line from three points of a series on, never for one or two;
 * else the newest outcome of each place side by side; else the one place's figures by period. Rates, which may be negative,
 * are dots; counts, money and shares are bars from zero, or dots on a log axis where the spread exceeds a hundredfold.
 */
export function chooseChart(figures: readonly Figure[], metric: Pick<MetricRef, "kind">): ChosenChart {
  const subjects = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = subjectKey(figure);
    const own = subjects.get(key);
    if (own) own.push(figure);
    else subjects.set(key, [figure]);
  }
  const series = [...subjects.values()];
  const lines = series.filter((own) => countTimes(own) >= LINE_TIMES);
  if (lines.length > 0) return chosenLines(figures, series);

  const rows = series.length > 1 ? newestOfEach(series) : byTime(figures);
  const drawn = rows.slice(0, MOST_ROWS);
  const stand = { leftOut: figures.length - drawn.length, figures: drawn.map((figure) => ({ figure, label: null })) };
  const haveOrganisations = drawn.some((figure) => figure.organisation !== null);
  const by = series.length === 1 ? "period" : haveOrganisations ? "organisation" : "region";
  return { ...stand, ...fitRows(drawn, metric), rows: by };
}

/** Every series where there are few; else those with most points in time. The order of the figures is kept. */
function chosenLines(figures: readonly Figure[], series: readonly Figure[][]): ChosenChart {
  const longest = [...series].sort((a, b) => countTimes(b) - countTimes(a)).slice(0, MOST_LINES);
  const kept = new Set(longest.flat());
  const drawn = figures.filter((figure) => kept.has(figure)).map((figure) => ({ figure, label: null }));
  const rows = drawn.some(({ figure }) => figure.organisation !== null) ? "organisation" : "region";
  return { kind: "line", scale: "linear", rows, figures: drawn, leftOut: figures.length - drawn.length };
}

function fitRows(figures: readonly Figure[], metric: Pick<MetricRef, "kind">): Pick<ChosenChart, "kind" | "scale"> {
  const values = figures.map((figure) => figure.value);
  const low = Math.min(...values);
  if (metric.kind === "rate" || metric.kind === "index" || low < 0) return { kind: "dot", scale: "linear" };
  if (metric.kind !== "share" && low > 0 && Math.max(...values) > low * LOG_SPREAD)
    return { kind: "dot", scale: "log" };
  return { kind: "bar", scale: "linear" };
}

/** The newest outcome of each subject, differing claims about the same time included, the largest first; its newest target where it has no outcome. */
function newestOfEach(series: readonly Figure[][]): Figure[] {
  const newest = series.flatMap((own) => {
    const outcomes = own.filter((figure) => figure.outlook === "outcome");
    const asked = outcomes.length > 0 ? outcomes : own;
    const last = Math.max(...asked.map((figure) => figure.lastDay ?? 0));
    return asked.filter((figure) => (figure.lastDay ?? 0) === last);
  });
  return newest.sort((a, b) => b.value - a.value);
}

function byTime(figures: readonly Figure[]): Figure[] {
  return [...figures].sort((a, b) => (a.lastDay ?? 0) - (b.lastDay ?? 0));
}

/** Different moments or periods of the outcomes of a series. */
function countTimes(figures: readonly Figure[]): number {
  const outcomes = figures.filter((figure) => figure.outlook === "outcome");
  return new Set(outcomes.flatMap((figure) => timePlace(figure)?.time ?? [])).size;
}
