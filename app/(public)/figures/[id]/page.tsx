import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { figureData, figureHead } from "@/components/figure/figure-data";
import { FigurePage } from "@/components/figure/figure-page";
import { figureHeadline } from "@/components/figure/figure-text";
import { WithdrawnFigurePage } from "@/components/figure/withdrawn-page";
import { NoSuchDay, NotYetKnown } from "@/components/layout/as-of-bar";
import { JsonLd } from "@/components/layout/json-ld";
import { SiteFrame } from "@/components/layout/site-frame";
import { TakeAlong } from "@/components/reuse/take-along";
import { LOCALE } from "@/components/ui/locale";
import { findFigure } from "@/lib/data/public/figures";
import { absoluteAddress } from "@/lib/data/public/origin";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { findFigureViewThen } from "@/lib/data/public/past/figure-then";
import { citeFigure } from "@/lib/data/public/reuse/citable";
import { findWithdrawnFigure } from "@/lib/data/public/withdrawn";
import { ASKED_WRONGLY, GONE } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";
import { parseAsOf } from "@/lib/schemas/page-view";
import type { SearchParams } from "@/lib/schemas/view";

type Props = { readonly params: Promise<{ readonly id: string }>; readonly searchParams: Promise<SearchParams> };

/** One read for the title and the page: the figure, else that it was withdrawn, else whether it is known today. */
const readFigure = cache(async (id: string, asked: string | null) => {
  const { knownOn, problem } = await readAskedDay(asked);
  if (problem !== null) return { id, problem };
  const view = await (knownOn === null ? findFigure(id) : findFigureViewThen(id, knownOn));
  const withdrawn = view === null ? await findWithdrawnFigure(id) : null;
  const isKnownNow = view === null && withdrawn === null && knownOn !== null && (await findFigure(id)) !== null;
  return { id, problem, view, withdrawn, day: knownOn?.date ?? null, isKnownNow };
});

const readPage = async ({ params, searchParams }: Props) =>
  readFigure((await params).id, parseAsOf(await searchParams));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { problem, view, withdrawn, day } = await readPage(props);
  if (problem !== null) return { title: "Not to be shown as of that day", ...ASKED_WRONGLY };
  if (withdrawn) return { title: `Retracted: ${figureHeadline(withdrawn.figure)}`, ...GONE };
  return view ? figureHead(view.figure, day === null) : { robots: { index: false } };
}

export default async function Page(props: Props) {
  const { id, problem, view, withdrawn, day = null, isKnownNow } = await readPage(props);
  if (problem === null && !view && !withdrawn && !isKnownNow) notFound();
  return (
    <SiteFrame section="metrics" asOf={day && !withdrawn ? { day, today: paths.figure(id) } : null}>
      {problem === null ? null : <NoSuchDay message={problem} today={paths.figure(id)} />}
      {withdrawn ? <WithdrawnFigurePage view={withdrawn} /> : null}
      {view ? <FigurePage view={view} citable={await citeFigure(view, day, LOCALE)} asOf={day} /> : null}
      {view ? <TakeAlong of={paths.figure(id, { asOf: day })} at={absoluteAddress} isEmbeddable /> : null}
      {view && !day && <JsonLd data={figureData(view.figure, absoluteAddress)} />}
      {isKnownNow && day ? <NotYetKnown what="figure" day={day} /> : null}
    </SiteFrame>
  );
}
