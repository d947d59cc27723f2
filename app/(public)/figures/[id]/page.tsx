import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { FigurePage, figureDescription, figureHeadline } from "@/components/figure/figure-page";
import { WithdrawnFigurePage } from "@/components/figure/withdrawn-page";
import { SiteFrame } from "@/components/layout/site-frame";
import { findFigure } from "@/lib/data/public/figures";
import { findWithdrawnFigure } from "@/lib/data/public/withdrawn";
import { GONE } from "@/lib/http/page-status";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

/** One read for the title and the page. */
const readFigure = cache(findFigure);
const readWithdrawn = cache(findWithdrawnFigure);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const view = await readFigure(id);
  if (view) return { title: figureHeadline(view.figure), description: figureDescription(view.figure) };
  const withdrawn = await readWithdrawn(id);
  return withdrawn ? { title: `Retracted: ${figureHeadline(withdrawn.figure)}`, ...GONE } : {};
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  const view = await readFigure(id);
  const withdrawn = view ? null : await readWithdrawn(id);
  if (withdrawn) {
    return (
      <SiteFrame section="metrics">
        <WithdrawnFigurePage view={withdrawn} />
      </SiteFrame>
    );
  }
  if (!view) notFound();
  return (
    <SiteFrame section="metrics">
      <FigurePage view={view} />
    </SiteFrame>
  );
}
