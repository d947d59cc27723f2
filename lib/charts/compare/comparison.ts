import { type Calculated, indexMetrics } from "@/lib/charts/compare/index-metrics";
import { type LatestRanking, rankLatest } from "@/lib/charts/compare/rank-latest";
import { smallMultiples } from "@/lib/charts/compare/small-multiples";
import type { CompareCell, CompareView } from "@/lib/figures/compare/compare-view";
import type { ChartSpec, Figure, MetricRef } from "@/lib/figures/figure";
import { groupBy } from "@/lib/figures/group";
import { countText } from "@/lib/format/words";

/** One metric of a comparison: its chart, what was calculated for it, what must be said beside it, and its latest figures. */
export interface ComparedChart {
  readonly metric: MetricRef;
  /** Without figures where nothing of the metric can be drawn. */
  readonly spec: ChartSpec;
  readonly calculated: Calculated | undefined;
  readonly notes: readonly string[];
  readonly ranking: LatestRanking;
}

/** A comparison as charts that share a scale where they share a unit; all share one as an index, `baseYear` being 100 (null for none). */
export function comparison(view: CompareView, baseYear: number | null, locale: string) {
  const { metrics, regions, cells } = view;
  const cellsOf = groupBy(cells, ({ metric }) => metric);
  const compared = metrics.map((metric) => ({
    metric,
    figures: (cellsOf.get(metric.slug) ?? []).flatMap(({ figures }) => figures),
  }));
  const index = baseYear === null ? null : indexMetrics(compared, baseYear, locale);
  const subjects = regions.map(({ code }) => code);
  const groups = smallMultiples(index?.metrics ?? compared, subjects, locale);
  return {
    groups: groups.map(({ unit, charts }) => ({
      unit: index && charts.some(({ figures }) => figures.length > 0) ? index.calculated.name : capital(unit),
      charts: charts.flatMap((chart): ComparedChart[] => {
        const metric = metrics.find(({ slug }) => slug === chart.slug);
        if (metric === undefined) return [];
        const own = cellsOf.get(metric.slug) ?? [];
        const indexed = index?.metrics.find((one) => one.metric.slug === metric.slug);
        const figuresOf = (code: string): readonly Figure[] => own.find(({ region }) => region === code)?.figures ?? [];
        const said = [
          placeText(chart),
          index ? "calculated here from the figures in the table, to one decimal" : "",
          cutText(own, locale),
        ];
        return [
          {
            metric,
            spec: {
              ...chart,
              subtitle: [chart.subtitle, ...said].filter((part) => part !== "").join("; "),
              tableOnly: [...chart.tableOnly, ...(indexed?.leftOut ?? [])],
              file: {
                metric: metric.slug,
                region: subjects,
                places: "without",
                about: "region",
                from: view.year,
                to: view.year,
                "as-of": view.asOf,
              },
            },
            calculated: index?.calculated,
            notes: indexed?.notes ?? [],
            ranking: rankLatest(regions, ({ code }) => figuresOf(code)),
          },
        ];
      }),
    })),
  };
}

/** The one place of a chart, which no key names. */
function placeText({ figures }: ChartSpec): string {
  const names = new Set(figures.map(({ figure }) => figure.region.name));
  return names.size === 1 ? ([...names][0] ?? "") : "";
}

/** How many figures of a metric were read where there are more. */
function cutText(cells: readonly CompareCell[], locale: string): string {
  const read = cells.reduce((sum, { figures }) => sum + figures.length, 0);
  const all = cells.reduce((sum, { outcomes, targets }) => sum + outcomes + targets, 0);
  return read < all ? `the newest of each region, ${read} of ${countText(all, "figure", "figures", locale)}` : "";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
