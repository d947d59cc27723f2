import { metricChart } from "@/lib/charts/metric-chart";
import type { ChartSpec, Figure, MetricRef } from "@/lib/figures/figure";
import type { RegionView } from "@/lib/figures/records";

const MOST_CHARTS = 6;
const CARDS = 4;
/** From so many figures of a metric on, a chart tells more than the table. */
const FEWEST_IN_CHART = 3;

/** Figures to open a region's page with: the newest outcome of each topic, about the region itself where there is one. */
export function chosenFigures({ region, figures }: RegionView): readonly Figure[] {
  const isOwn = (figure: Figure) => figure.region.code === region.code && figure.organisation === null;
  const outcomes = figures.filter(({ outlook, lastDay }) => outlook === "outcome" && lastDay !== null);
  const chosen = new Map<string, Figure>();
  for (const figure of [...outcomes.filter(isOwn), ...outcomes.filter((figure) => !isOwn(figure))]) {
    const topic = figure.metric.topic.slug;
    if (!chosen.has(topic)) chosen.set(topic, figure);
  }
  return [...chosen.values()].slice(0, CARDS);
}

/** Charts for a region's page: those of the dashboard in which it stands, then its metrics with the most figures. */
export function regionCharts(
  { region, figures, milestones }: RegionView,
  charts: readonly ChartSpec[],
  locale: string,
): readonly ChartSpec[] {
  const own = new Set(figures.map(({ id }) => id));
  const ownMilestones = new Set(milestones.map(({ slug }) => slug));
  const made = charts.filter(
    (chart) =>
      chart.slug !== "key-figures" &&
      (chart.figures.some(({ figure }) => own.has(figure.id)) ||
        chart.milestones.some(({ slug }) => ownMilestones.has(slug))),
  );
  const charted = new Set(made.flatMap((chart) => chart.figures.map(({ figure }) => figure.metric.slug)));
  const byMetric = new Map<string, { readonly metric: MetricRef; readonly figures: Figure[] }>();
  for (const figure of figures) {
    if (figure.region.code !== region.code || figure.organisation !== null || charted.has(figure.metric.slug)) continue;
    const entry = byMetric.get(figure.metric.slug);
    if (entry) entry.figures.push(figure);
    else byMetric.set(figure.metric.slug, { metric: figure.metric, figures: [figure] });
  }
  const derived = [...byMetric.values()]
    .filter((entry) => entry.figures.length >= FEWEST_IN_CHART)
    .sort((a, b) => b.figures.length - a.figures.length)
    .map((entry) => metricChart(entry.metric, entry.figures, { title: entry.metric.name, locale }));
  return [...made, ...derived].slice(0, Math.max(made.length, MOST_CHARTS));
}
