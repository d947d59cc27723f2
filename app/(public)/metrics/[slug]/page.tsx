import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MetricPage } from "@/components/figures/metric-page";
import { SiteFrame } from "@/components/layout/site-frame";
import { findMetric, listMetrics } from "@/lib/data/metrics";
import { parseMetricView } from "@/lib/schemas/metric-view";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const metric = (await listMetrics()).find((candidate) => candidate.slug === slug);
  return metric ? { title: `${metric.name}, by region and year`, description: metric.definition } : {};
}

export default async function Page({ params, searchParams }: Props) {
  const view = await findMetric((await params).slug, parseMetricView(await searchParams));
  if (!view) notFound();
  return (
    <SiteFrame section="metrics">
      <MetricPage view={view} />
    </SiteFrame>
  );
}
