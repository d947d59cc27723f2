import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ChartPage } from "@/components/chart/chart-page";
import { WithdrawnPage } from "@/components/figure/withdrawn-page";
import { NoSuchDay } from "@/components/layout/as-of-bar";
import { SiteFrame } from "@/components/layout/site-frame";
import { TakeAlong } from "@/components/reuse/take-along";
import { findChart } from "@/lib/data/public/charts";
import { absoluteAddress } from "@/lib/data/public/origin";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { findWithdrawal } from "@/lib/data/public/withdrawn";
import { ASKED_WRONGLY, GONE } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";
import { parseAsOf } from "@/lib/schemas/page-view";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const readChart = cache(async (slug: string, day: string | null) => {
  const { knownOn, problem } = await readAskedDay(day);
  const spec = await findChart(slug, knownOn);
  const withdrawal = spec === null ? await findWithdrawal("charts", slug) : null;
  return { spec, withdrawal, problem, asOf: knownOn?.date ?? null };
});

const read = async ({ params, searchParams }: Props) => readChart((await params).slug, parseAsOf(await searchParams));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { spec, withdrawal, problem, asOf } = await read(props);
  if (withdrawal) return { title: "A chart that was retracted", ...GONE };
  if (problem !== null) return { title: "Not to be shown as of that day", ...ASKED_WRONGLY };
  const robots = asOf === null ? {} : { robots: { index: false } };
  return spec ? { title: spec.title, description: spec.subtitle, ...robots } : {};
}

export default async function Page(props: Props) {
  const { slug } = await props.params;
  const { spec, withdrawal, problem, asOf } = await read(props);
  if (spec === null && withdrawal === null) notFound();
  const today = paths.chart(slug);
  return (
    <SiteFrame asOf={spec && asOf ? { day: asOf, today } : null}>
      {withdrawal ? <WithdrawnPage what="chart" withdrawal={withdrawal} href={(key) => paths.chart(key)} /> : null}
      {problem !== null && spec ? <NoSuchDay message={problem} today={today} /> : null}
      {problem === null && spec ? <ChartPage spec={spec} asOf={asOf} /> : null}
      {spec ? <TakeAlong of={paths.chart(slug, { asOf })} at={absoluteAddress} isEmbeddable /> : null}
    </SiteFrame>
  );
}
