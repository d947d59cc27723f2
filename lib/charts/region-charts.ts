import { metricChart } from "@/lib/charts/metric-chart";
import type { ChartSpec } from "@/lib/figures/figure";
import type { KnownMetric } from "@/lib/figures/view-models";

/** Metrics of a region as charts, each named by its metric. */
export function chartsOfMetrics(known: readonly KnownMetric[], locale: string): readonly ChartSpec[] {
  return known.map(({ metric, figures, total, file }) => ({
    ...metricChart(metric, figures, { title: metric.name, total, locale }),
    file,
  }));
}
