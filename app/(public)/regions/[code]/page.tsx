import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { possessive } from "@/components/figures/headline";
import { RegionPage } from "@/components/figures/region-page";
import { WithdrawnPage } from "@/components/figures/withdrawn-page";
import { SiteFrame } from "@/components/layout/site-frame";
import { listChartsWith } from "@/lib/data/charts";
import { listMetricsOf } from "@/lib/data/metrics";
import { findRegion, findRegionName } from "@/lib/data/regions";
import { findWithdrawal } from "@/lib/data/withdrawn";
import { GONE } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";

interface Props {
  readonly params: Promise<{ readonly code: string }>;
}

const readWithdrawal = cache((code: string) => findWithdrawal("regions", code));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  const name = await findRegionName(code);
  if (name === null) return (await readWithdrawal(code)) ? { title: "A region that was retracted", ...GONE } : {};
  const title = `${possessive(name)} tech industry in figures`;
  return { title, description: `${title}, each as its source worded it, with a link to the very phrase.` };
}

export default async function Page({ params }: Props) {
  const { code } = await params;
  const view = await findRegion(code);
  const [charts, metrics] = view ? await Promise.all([listChartsWith(view), listMetricsOf(view.figures)]) : [[], []];
  const withdrawal = view ? null : await readWithdrawal(code);
  if (!view && !withdrawal) notFound();
  return (
    <SiteFrame section="regions">
      {view ? <RegionPage view={view} charts={charts} metrics={metrics} /> : null}
      {withdrawal ? <WithdrawnPage what="region" withdrawal={withdrawal} href={paths.region} /> : null}
    </SiteFrame>
  );
}
