import type { Metadata } from "next";
import { figureDescription, figureHeadline, figureTitle } from "@/components/figure/figure-text";
import { pageMetadata } from "@/components/layout/page-metadata";
import { citationMeta } from "@/lib/citation/embedded/citation-meta";
import type { Figure } from "@/lib/figures/figure";
import type { Absolute } from "@/lib/linked-data/dataset";
import type { LinkedData } from "@/lib/linked-data/linked-data";
import { figurePage } from "@/lib/linked-data/observation";
import { paths } from "@/lib/paths";

/** What the head of a figure's page says: the number as worded, its phrase, and the source that it is from. */
export function figureHead(figure: Figure, isIndexed: boolean): Metadata {
  const origin = figure.citations[0];
  return pageMetadata({
    title: figureHeadline(figure),
    description: figureDescription(figure),
    path: paths.figure(figure.id),
    isIndexed,
    other: origin ? citationMeta(origin.source) : {},
  });
}

/** A figure for programs. */
export function figureData(figure: Figure, at: Absolute): LinkedData {
  return figurePage(figure, figureTitle(figure), at);
}
