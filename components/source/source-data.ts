import { sourceHeadline } from "@/components/source/source-page";
import type { SourceView } from "@/lib/figures/view-models";
import { type Absolute, dataset } from "@/lib/linked-data/dataset";
import type { LinkedData } from "@/lib/linked-data/linked-data";
import { paths } from "@/lib/paths";

/** The figures taken from a source, for programs. */
export function sourceData({ source, extent, page }: SourceView, at: Absolute): LinkedData {
  const { title, description } = sourceHeadline(source);
  const byKey = <Item>(items: readonly (readonly [string, Item])[]) => [...new Map(items).values()];
  return dataset(
    {
      name: title,
      description: `${description} Each as it words it, with the phrase that holds it.`,
      path: paths.source(source.slug),
      file: { source: source.slug },
      metrics: byKey(page.figures.map(({ metric }) => [metric.slug, metric])),
      regions: byKey(page.figures.map(({ region }) => [region.code, region])),
      years: extent.years,
      sources: [source],
    },
    at,
  );
}
