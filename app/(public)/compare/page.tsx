import type { Metadata } from "next";
import { cache } from "react";
import { ComparePage } from "@/components/compare/compare-page";
import { NoSuchDay } from "@/components/layout/as-of-bar";
import { pageMetadata } from "@/components/layout/page-metadata";
import { SiteFrame } from "@/components/layout/site-frame";
import { TakeAlong } from "@/components/reuse/take-along";
import { readCompare } from "@/lib/data/public/compare/compare";
import { absoluteAddress } from "@/lib/data/public/origin";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { ASKED_WRONGLY } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";
import { parseCompare } from "@/lib/schemas/compare-view";
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
    title: "Compare regions",
    description: "Metrics of regions side by side, on one scale for each unit, ranked as far as their sources allow.",
    path: paths.compare(),
    // One of very many choices is not to be found by itself.
    isIndexed: Object.keys(asked).length === 0,
  });
}

export default async function Page({ searchParams }: Props) {
  const asked = await searchParams;
  const { knownOn, problem } = await readDay(parseAsOf(asked));
  const { base, isOneScale, ...query } = parseCompare(asked);
  const scale = isOneScale ? "one" : null;
  const today = paths.compare({ metric: query.metrics, region: query.regions, year: query.year, base, scale });
  const view = problem === null ? await readCompare(query, knownOn) : null;
  const [metric, region] = [view?.metrics.map(({ slug }) => slug) ?? [], view?.regions.map(({ code }) => code) ?? []];
  const of = view && paths.compare({ metric, region, year: view.year, base, scale, asOf: knownOn?.date ?? null });
  return (
    <SiteFrame section="compare" asOf={knownOn ? { day: knownOn.date, today } : null}>
      {view ? <ComparePage view={view} base={base} isOneScale={isOneScale} /> : null}
      {problem === null ? null : <NoSuchDay message={problem} today={today} />}
      {of ? <TakeAlong of={of} at={absoluteAddress} /> : null}
    </SiteFrame>
  );
}
