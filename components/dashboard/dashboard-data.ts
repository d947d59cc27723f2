import type { Metadata } from "next";
import { pageMetadata } from "@/components/layout/page-metadata";
import { type Absolute, catalog } from "@/lib/linked-data/dataset";
import type { LinkedData } from "@/lib/linked-data/linked-data";
import { paths } from "@/lib/paths";

const DESCRIPTION = "Figures about tech industries, each in its source’s own words and linked to the very phrase.";

/** What the head of a view of the dashboard says; `region` is its code, null where it is of all. */
export function dashboardHead(title: string, region: string | null, isIndexed: boolean): Metadata {
  return pageMetadata({
    title,
    description: DESCRIPTION,
    path: paths.dashboard(),
    isIndexed,
    feed: region === null ? {} : { region },
    hasCorrections: true,
  });
}

/** What the whole site holds, for programs. */
export const siteData = (at: Absolute): LinkedData => catalog(DESCRIPTION, paths.dashboard({ region: "all" }), at);
