import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { FigurePage, figureDescription, figureHeadline } from "@/components/figure/figure-page";
import { WithdrawnFigurePage } from "@/components/figure/withdrawn-page";
import { NoSuchDay, NotYetKnown } from "@/components/layout/as-of-bar";
import { SiteFrame } from "@/components/layout/site-frame";
import { findFigure } from "@/lib/data/public/figures";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { findFigureViewThen } from "@/lib/data/public/past/figure-then";
import { findWithdrawnFigure } from "@/lib/data/public/withdrawn";
import { ASKED_WRONGLY, GONE } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";
import { parseAsOf } from "@/lib/schemas/page-view";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<SearchParams>;
}

/** One read for the title and the page: the figure, else that it was withdrawn, else whether it is known today. */
const readFigure = cache(async (id: string, day: string | null) => {
  const { knownOn, problem } = await readAskedDay(day);
  if (problem !== null) return { problem };
  const view = await (knownOn === null ? findFigure(id) : findFigureViewThen(id, knownOn));
  const withdrawn = view === null ? await findWithdrawnFigure(id) : null;
  const isKnownNow = view === null && withdrawn === null && knownOn !== null && (await findFigure(id)) !== null;
  return { problem, view, withdrawn, day: knownOn?.date ?? null, isKnownNow };
});

const readPage = async ({ params, searchParams }: Props) => {
  const { id } = await params;
  return { id, ...(await readFigure(id, parseAsOf(await searchParams))) };
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { problem, view, withdrawn, day } = await readPage(props);
  if (problem !== null) return { title: "Not to be shown as of that day", ...ASKED_WRONGLY };
  if (withdrawn) return { title: `Retracted: ${figureHeadline(withdrawn.figure)}`, ...GONE };
  const robots = day === null ? {} : { robots: { index: false } };
  return view ? { title: figureHeadline(view.figure), description: figureDescription(view.figure), ...robots } : robots;
}

export default async function Page(props: Props) {
  const { id, problem, view, withdrawn, day, isKnownNow } = await readPage(props);
  if (problem === null && !view && !withdrawn && !isKnownNow) notFound();
  return (
    <SiteFrame section="metrics" asOf={day && !withdrawn ? { day, today: paths.figure(id) } : null}>
      {problem === null ? null : <NoSuchDay message={problem} today={paths.figure(id)} />}
      {withdrawn ? <WithdrawnFigurePage view={withdrawn} /> : null}
      {view ? <FigurePage view={view} asOf={day ?? null} /> : null}
      {isKnownNow && day ? <NotYetKnown what="figure" day={day} /> : null}
    </SiteFrame>
  );
}
