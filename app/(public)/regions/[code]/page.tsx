import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { possessive } from "@/components/figures/headline";
import { RegionPage } from "@/components/figures/region-page";
import { SiteFrame } from "@/components/layout/site-frame";
import { listCharts } from "@/lib/data/charts";
import { listMetrics } from "@/lib/data/metrics";
import { findRegion, listRegions } from "@/lib/data/regions";

interface Props {
  readonly params: Promise<{ readonly code: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const code = (await params).code.toLowerCase();
  const region = (await listRegions()).find((candidate) => candidate.code.toLowerCase() === code);
  if (!region) return {};
  const title = `${possessive(region.name)} tech industry in figures`;
  return { title, description: `${title}, each as its source worded it, with a link to the very phrase.` };
}

export default async function Page({ params }: Props) {
  const [view, charts, metrics] = await Promise.all([findRegion((await params).code), listCharts(), listMetrics()]);
  if (!view) notFound();
  return (
    <SiteFrame section="regions">
      <RegionPage view={view} charts={charts} metrics={metrics} />
    </SiteFrame>
  );
}
