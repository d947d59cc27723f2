import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { WithdrawnPage } from "@/components/figure/withdrawn-page";
import { SiteFrame } from "@/components/layout/site-frame";
import { MetricPage } from "@/components/metric/metric-page";
import { findMetric, findMetricRecord } from "@/lib/data/public/metrics";
import { findWithdrawal } from "@/lib/data/public/withdrawn";
import { GONE } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";
import { parseMetricView } from "@/lib/schemas/metric-view";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const readWithdrawal = cache((slug: string) => findWithdrawal("metrics", slug));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const metric = await findMetricRecord(slug);
  if (metric) return { title: `${metric.name}, by region and year`, description: metric.definition };
  return (await readWithdrawal(slug)) ? { title: "A metric that was retracted", ...GONE } : {};
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  const view = await findMetric(slug, parseMetricView(await searchParams));
  const withdrawal = view ? null : await readWithdrawal(slug);
  if (!view && !withdrawal) notFound();
  return (
    <SiteFrame section="metrics">
      {view ? <MetricPage view={view} /> : null}
      {withdrawal ? <WithdrawnPage what="metric" withdrawal={withdrawal} href={paths.metric} /> : null}
    </SiteFrame>
  );
}
