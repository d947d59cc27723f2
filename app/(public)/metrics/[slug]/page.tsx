import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { WithdrawnPage } from "@/components/figure/withdrawn-page";
import { NoSuchDay } from "@/components/layout/as-of-bar";
import { JsonLd } from "@/components/layout/json-ld";
import { SiteFrame } from "@/components/layout/site-frame";
import { metricData, metricHead } from "@/components/metric/metric-data";
import { MetricPage } from "@/components/metric/metric-page";
import { TakeAlong } from "@/components/reuse/take-along";
import { findMetric, findMetricRecord } from "@/lib/data/public/metrics";
import { absoluteAddress } from "@/lib/data/public/origin";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { findWithdrawal } from "@/lib/data/public/withdrawn";
import { ASKED_WRONGLY, GONE } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";
import { isWholeMetric, parseMetricView } from "@/lib/schemas/metric-view";
import { parseAsOf } from "@/lib/schemas/page-view";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const readWithdrawal = cache((slug: string) => findWithdrawal("metrics", slug));
const readDay = cache(readAskedDay);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ slug }, asked] = [await params, await searchParams];
  const [{ knownOn, problem }, record] = [await readDay(parseAsOf(asked)), await findMetricRecord(slug)];
  if (record === null) return (await readWithdrawal(slug)) ? { title: "A metric that was retracted", ...GONE } : {};
  if (problem !== null) return { title: "Not to be shown as of that day", ...ASKED_WRONGLY };
  const metric = knownOn ? knownOn.recordThen("metrics", slug, record) : record;
  const query = parseMetricView(asked);
  return metricHead(metric, query.page, !knownOn && isWholeMetric(query));
}

export default async function Page({ params, searchParams }: Props) {
  const [{ slug }, asked] = [await params, await searchParams];
  const { knownOn, problem } = await readDay(parseAsOf(asked));
  const query = parseMetricView(asked);
  const view = await findMetric(slug, query, knownOn);
  const withdrawal = view ? null : await readWithdrawal(slug);
  if (!view && !withdrawal) notFound();
  const shown = { region: query.regions, from: query.fromYear, to: query.toYear };
  const today = paths.metric(slug, shown);
  const of = paths.metric(slug, { ...shown, asOf: knownOn?.date ?? null });
  return (
    <SiteFrame section="metrics" asOf={view && knownOn ? { day: knownOn.date, today } : null}>
      {problem !== null && view ? <NoSuchDay message={problem} today={today} /> : null}
      {problem === null && view ? <MetricPage view={view} /> : null}
      {view && !knownOn && isWholeMetric(query) ? <JsonLd data={metricData(view, absoluteAddress)} /> : null}
      {withdrawal ? <WithdrawnPage what="metric" withdrawal={withdrawal} href={paths.metric} /> : null}
      {view ? <TakeAlong of={of} at={absoluteAddress} isEmbeddable /> : null}
    </SiteFrame>
  );
}
