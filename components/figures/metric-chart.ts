import { LOCALE } from "@/components/layout/locale";
import { chooseChart } from "@/lib/charts/choose-chart";
import { yearOf } from "@/lib/figures/edtf";
import type { ChartSpec, Figure, MetricRef } from "@/lib/figures/figure";
import { isCurrency, unitText } from "@/lib/format/unit";
import { listText } from "@/lib/format/words";

/** Region names written out in a title; more are counted. */
const NAMED = 3;

/** Figures of one metric, in any order, as the chart that is fit for them. */
export function metricChart(metric: MetricRef, figures: readonly Figure[], title: string): ChartSpec {
  const oldestFirst = [...figures].reverse();
  return {
    slug: metric.slug,
    title,
    subtitle: [unitName(metric), yearsText(figures)].filter((part) => part !== "").join(", "),
    topic: metric.topic,
    ...chooseChart(oldestFirst, metric),
    figures: oldestFirst.map((figure) => ({ figure, label: null })),
    milestones: [],
  };
}

/** The regions of figures as a title: "Guizhou, Zhejiang and Beijing", the last ones only counted where they are many. */
export function regionsTitle(regions: readonly { readonly name: string }[]): string {
  const names = regions.map(({ name }) => name);
  const more = names.length - NAMED;
  return listText(more > 1 ? [...names.slice(0, NAMED), `${more} more`] : names, LOCALE);
}

/** A metric's unit as a subtitle names it: "% of GDP", "Yuan", "Companies". */
export function unitName({ unit, counted, shareOf }: Pick<MetricRef, "unit" | "counted" | "shareOf">): string {
  if (unit === "percent") return shareOf === null ? "%" : `% of ${shareOf}`;
  const name = counted ?? (isCurrency(unit) ? unitText(unit, "") : unit === "ratio" ? "" : unit);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function yearsText(figures: readonly Figure[]): string {
  const years = figures.flatMap(({ lastDay }) => (lastDay === null ? [] : [yearOf(lastDay)]));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return years.length === 0 ? "" : first === last ? String(first) : `${first}–${last}`;
}
