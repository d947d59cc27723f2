import type { Metadata } from "next";
import { extentText } from "@/components/dashboard/headline";
import { citationsOf } from "@/components/dashboard/view-sources";
import { pageMetadata } from "@/components/layout/page-metadata";
import { sourcesOf } from "@/components/source/source-list";
import { LOCALE } from "@/components/ui/locale";
import type { RegionRef } from "@/lib/figures/figure";
import type { RegionView } from "@/lib/figures/view-models";
import { possessive } from "@/lib/format/headline";
import { type Absolute, dataset } from "@/lib/linked-data/dataset";
import type { LinkedData } from "@/lib/linked-data/linked-data";
import { paths } from "@/lib/paths";

const titleOf = ({ name }: RegionRef) => `${possessive(name)} tech industry in figures`;

/** What the head of a region's page says, or of one page (from 1) of what it has of a topic. */
export function regionHead(
  region: RegionRef,
  { topic, page }: { readonly topic: string | null; readonly page: number },
  isIndexed: boolean,
): Metadata {
  return pageMetadata({
    title: titleOf(region),
    description: `${titleOf(region)}, each as its source worded it, with a link to the very phrase.`,
    path: paths.region(region.code, { topic, page: topic !== null && page > 1 ? page : null }),
    isIndexed,
    feed: { region: region.code },
  });
}

/** The figures of a region and of the places below it, for programs. */
export function regionData({ region, extent, cards, charts, topics }: RegionView, at: Absolute): LinkedData {
  const listed = topics.flatMap(({ figures }) => figures);
  return dataset(
    {
      name: titleOf(region),
      description: `${extentText(extent, LOCALE)}, each as its source worded it, with the phrase that holds it.`,
      path: paths.region(region.code),
      file: { region: [region.code] },
      metrics: [...new Map(listed.map(({ metric }) => [metric.slug, metric])).values()],
      regions: [region],
      years: extent.years,
      sources: sourcesOf(citationsOf(cards, charts, listed)),
    },
    at,
  );
}
