import { axisUnit } from "@/lib/charts/chart-models";
import { fitRows } from "@/lib/charts/choose-chart";
import { metricChart } from "@/lib/charts/metric-chart";
import type { ChartSpec, Figure, MetricRef } from "@/lib/figures/figure";
import { groupBy } from "@/lib/figures/group";

/** A metric with the figures of the regions that are compared on it. */
export interface ComparedMetric {
  readonly metric: MetricRef;
  readonly figures: readonly Figure[];
}

/** Charts that share one scale, since they measure in one unit. */
export interface ScaleGroup {
  /** The unit as a heading names it: "yuan", "% of a whole". */
  readonly unit: string;
  readonly charts: readonly ChartSpec[];
}

/** The units of metrics, each once, in the order in which they come: what has one of them shares a scale. */
export function unitsOf(metrics: readonly MetricRef[]): readonly string[] {
  return [...new Map(metrics.map((metric) => [unitKey(metric), axisUnit(metric, "region").name])).values()];
}

/**
 * Metrics side by side, one chart each, on one scale for each unit: all of a unit are drawn in time where one of them is. `subjects` are the
 * keys of the regions, which have one colour in all charts.
 */
export function smallMultiples(
  compared: readonly ComparedMetric[],
  subjects: readonly string[],
  locale: string,
): readonly ScaleGroup[] {
  return [...groupBy(compared, ({ metric }) => unitKey(metric)).values()].map((group) => {
    const charts = alike(group, locale);
    const others = (chart: ChartSpec) => charts.filter((other) => other !== chart);
    return {
      unit: group[0] ? axisUnit(group[0].metric, "region").name : "",
      charts: charts.map((chart) => ({
        ...chart,
        beside: { figures: others(chart).flatMap(({ figures }) => figures.map(({ figure }) => figure)), subjects },
      })),
    };
  });
}

/** What shares a scale: one unit, and of counts one noun. */
const unitKey = (metric: MetricRef) => `${axisUnit(metric, "region").key} ${metric.counted ?? ""}`;

/** Charts of metrics of one unit, of one kind. */
function alike(group: readonly ComparedMetric[], locale: string): readonly ChartSpec[] {
  const charts = group.map(({ metric, figures }) => metricChart(metric, figures, { title: metric.name, locale }));
  if (charts.some(({ kind }) => kind === "line")) {
    return group.map(({ metric, figures }, index) => {
      const own = charts[index];
      if (own?.kind === "line") return own;
      return { ...metricChart(metric, figures, { title: metric.name, locale, isInTime: true }), isUnjoined: true };
    });
  }
  const drawn = charts.flatMap(({ figures }) => figures.map(({ figure }) => figure));
  const [first] = group;
  return first ? charts.map((chart) => ({ ...chart, ...fitRows(drawn, first.metric) })) : [];
}
