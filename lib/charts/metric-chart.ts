import { type ChosenChart, chooseChart, chooseLines } from "@/lib/charts/choose-chart";
import { leftOutText } from "@/lib/charts/left-out";
import { yearOf } from "@/lib/dates/edtf";
import type { ChartSpec, Figure, MetricRef } from "@/lib/figures/figure";
import { groupBy } from "@/lib/figures/group";
import { isCurrency, unitText } from "@/lib/format/unit";
import { listText } from "@/lib/format/words";

/** Region names written out in a title; more are counted. */
const NAMED = 3;

interface Words {
  /** Null names the regions that are drawn. */
  readonly title: string | null;
  /** How many figures there are where not all were read; the number of `figures` otherwise. */
  readonly total?: number;
  /** How many regions the metric has figures of where only some were asked for. */
  readonly regions?: number;
  /** Whether it is drawn in time, whatever is fit: its figures are about regions. */
  readonly isInTime?: boolean;
  readonly locale: string;
}

/** Figures of one metric, in any order, as the chart that is fit for them. What it does not draw is counted in its subtitle and stands in its table. */
export function metricChart(
  metric: MetricRef,
  figures: readonly Figure[],
  { title, total, regions, isInTime, locale }: Words,
): ChartSpec {
  const oldestFirst = [...figures].sort((a, b) => (a.lastDay ?? 0) - (b.lastDay ?? 0));
  const { kind, scale, rows, ...choice }: ChosenChart = isInTime
    ? { kind: "line", scale: "linear", rows: "region", ...chooseLines(oldestFirst) }
    : chooseChart(oldestFirst, metric);
  const drawn = new Set(choice.drawn);
  const what = [unitName(metric), yearsText(choice.drawn)].filter((part) => part !== "").join(", ");
  const leftOut = leftOutText(choice, figures, total ?? figures.length, locale);
  const given = new Set(figures.map(({ region }) => region.code)).size;
  const chosen = given < (regions ?? given) ? `figures of ${given} of ${regions} regions` : "";
  return {
    slug: metric.slug,
    title: title ?? regionsTitle(choice.drawn, locale),
    subtitle: [what, chosen, leftOut].filter((part) => part !== "").join("; "),
    topic: metric.topic,
    kind,
    scale,
    rows,
    figures: choice.drawn.map((figure) => ({ figure, label: null })),
    tableOnly: oldestFirst.filter((figure) => !drawn.has(figure)).reverse(),
    newest: null,
    milestones: [],
  };
}

/** The regions of figures as a title: "Guizhou, Zhejiang and Beijing", those with most figures first, the last ones only counted where they are many. */
function regionsTitle(figures: readonly Figure[], locale: string): string {
  const regions = [...groupBy(figures, ({ region }) => region.code).values()].sort((a, b) => b.length - a.length);
  const names = regions.flatMap(([figure]) => figure?.region.name ?? []);
  const more = names.length - NAMED;
  return listText(more > 1 ? [...names.slice(0, NAMED), `${more} more`] : names, locale);
}

/** A metric's unit as a subtitle names it: "% of GDP", "Yuan", "Companies". */
export function unitName({ unit, counted, shareOf }: Pick<MetricRef, "unit" | "counted" | "shareOf">): string {
  if (unit === "percent") return shareOf === null ? "%" : `% of ${shareOf}`;
  const name = counted ?? (isCurrency(unit) ? unitText(unit, "") : unit === "ratio" ? "" : unit);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** The years of figures: "2016–2024"; empty where none has a date. */
function yearsText(figures: readonly Figure[]): string {
  const years = figures.flatMap(({ lastDay }) => (lastDay === null ? [] : [yearOf(lastDay)])).sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined ? "" : first === last ? String(first) : `${first}–${last}`;
}
