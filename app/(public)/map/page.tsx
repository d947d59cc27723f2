import type { Metadata } from "next";
import { cache } from "react";
import { MapPage } from "@/components/compare/map-page";
import { NoSuchDay } from "@/components/layout/as-of-bar";
import { pageMetadata } from "@/components/layout/page-metadata";
import { SiteFrame } from "@/components/layout/site-frame";
import { readTiles } from "@/lib/data/public/compare/tiles";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { ASKED_WRONGLY } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";
import { COUNTRIES, parseTileMap } from "@/lib/schemas/compare-view";
import { parseAsOf } from "@/lib/schemas/page-view";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

const readDay = cache(readAskedDay);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const asked = await searchParams;
  const { problem } = await readDay(parseAsOf(asked));
  if (problem !== null) return { title: "Not to be shown as of that day", ...ASKED_WRONGLY };
  return pageMetadata({
    title: "Map of regions",
    description:
      "The newest figures of a metric, region by region, as tiles and as a table, each as its source worded it.",
    path: paths.map(),
    // One of very many choices is not to be found by itself.
    isIndexed: Object.keys(asked).length === 0,
  });
}

export default async function Page({ searchParams }: Props) {
  const asked = await searchParams;
  const { knownOn, problem } = await readDay(parseAsOf(asked));
  const { metric, within, year } = parseTileMap(asked);
  const today = paths.map({ ...(metric === null ? {} : { metric }), within, year });
  const place = within === COUNTRIES ? "" : within;
  const view = problem === null ? await readTiles({ metric, within: place, year }, knownOn) : null;
  return (
    <SiteFrame section="compare" asOf={knownOn ? { day: knownOn.date, today } : null}>
      {problem === null ? null : <NoSuchDay message={problem} today={today} />}
      {view ? <MapPage view={view} /> : null}
      {problem === null && !view ? <p className="empty">There are no figures to show yet.</p> : null}
    </SiteFrame>
  );
}
