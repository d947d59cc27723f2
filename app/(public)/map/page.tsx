import type { Metadata } from "next";
import { MapPage } from "@/components/compare/map-page";
import { SiteFrame } from "@/components/layout/site-frame";
import { readTiles } from "@/lib/data/public/compare/tiles";
import { COUNTRIES, parseTileMap } from "@/lib/schemas/compare-view";
import type { SearchParams } from "@/lib/schemas/view";

export const metadata: Metadata = {
  title: "Map of regions",
  description:
    "The newest figures of a metric, region by region, as tiles and as a table, each as its source worded it.",
};

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const { metric, within, year } = parseTileMap(await searchParams);
  const view = await readTiles({ metric, within: within === COUNTRIES ? "" : within, year });
  return (
    <SiteFrame section="compare">
      {view ? <MapPage view={view} /> : <p className="empty">There are no figures to show yet.</p>}
    </SiteFrame>
  );
}
