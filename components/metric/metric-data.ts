import type { Metadata } from "next";
import { pageMetadata } from "@/components/layout/page-metadata";
import { sourcesOf } from "@/components/source/source-list";
import { LOCALE } from "@/components/ui/locale";
import type { MetricRecord, MetricView } from "@/lib/figures/view-models";
import { countText } from "@/lib/format/words";
import { type Absolute, dataset } from "@/lib/linked-data/dataset";
import type { LinkedData } from "@/lib/linked-data/linked-data";
import { paths } from "@/lib/paths";

/** What the head of a metric's page says; `page` is that of its list, from 1. */
export function metricHead({ slug, name, definition }: MetricRecord, page: number, isIndexed: boolean): Metadata {
  return pageMetadata({
    title: `${name}, by region and year`,
    description: definition,
    path: paths.metric(slug, { page: page > 1 ? page : null }),
    isIndexed,
    feed: { metric: slug },
  });
}

/** The figures of a metric, for programs. */
export function metricData({ metric, choices, page }: MetricView, at: Absolute): LinkedData {
  const { firstYear, lastYear, figureCount, regionCount } = metric;
  const count = `${countText(figureCount, "figure", "figures", LOCALE)} of ${countText(regionCount, "region", "regions", LOCALE)}`;
  return dataset(
    {
      name: `${metric.name}, by region and year`,
      description: `${metric.definition} ${count}, each as its source worded it, with the phrase that holds it.`,
      path: paths.metric(metric.slug),
      file: { metric: metric.slug },
      metrics: [metric],
      regions: choices,
      years: firstYear === null || lastYear === null ? null : { first: firstYear, last: lastYear },
      sources: sourcesOf(page.figures.flatMap(({ citations }) => citations)),
    },
    at,
  );
}
