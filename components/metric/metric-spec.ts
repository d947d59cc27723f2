import { LOCALE } from "@/components/ui/locale";
import { metricChart } from "@/lib/charts/metric-chart";
import type { ChartSpec } from "@/lib/figures/figure";
import type { MetricView } from "@/lib/figures/view-models";

/** The chart of a metric's page, whose title names the regions drawn. */
export function metricSpec({ metric, series, page, choices, chosen, fromYear, toYear, asOf }: MetricView): ChartSpec {
  const isAll = chosen.length === choices.length;
  const regions = isAll ? {} : { region: chosen.map(({ code }) => code), places: "without" };
  return {
    ...metricChart(metric, series, { title: null, total: page.total, regions: choices.length, locale: LOCALE }),
    file: { metric: metric.slug, ...regions, from: fromYear, to: toYear, "as-of": asOf },
  };
}

/** The same by itself, with the name of the metric in its title. */
export function titledMetricSpec(view: MetricView): ChartSpec {
  const spec = metricSpec(view);
  return { ...spec, title: `${view.metric.name}: ${spec.title}` };
}
