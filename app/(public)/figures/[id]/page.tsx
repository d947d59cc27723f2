import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { FigurePage, figureDescription, figureHeadline } from "@/components/figures/figure-page";
import { SiteFrame } from "@/components/layout/site-frame";
import { findFigure } from "@/lib/data/figures";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

/** One read for the title and the page. */
const readFigure = cache(findFigure);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await readFigure((await params).id);
  return view ? { title: figureHeadline(view.figure), description: figureDescription(view.figure) } : {};
}

export default async function Page({ params }: Props) {
  const view = await readFigure((await params).id);
  if (!view) notFound();
  const today = Number(new Date().toISOString().slice(0, 10).replaceAll("-", ""));
  return (
    <SiteFrame section="metrics">
      <FigurePage view={view} today={today} />
    </SiteFrame>
  );
}
