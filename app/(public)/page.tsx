import type { Metadata } from "next";
import { cache } from "react";
import { Dashboard } from "@/components/dashboard/dashboard";
import { dashboardHead, siteData } from "@/components/dashboard/dashboard-data";
import { isRegionOnly, viewQuery } from "@/components/filters/view-filters";
import { NoSuchDay } from "@/components/layout/as-of-bar";
import { JsonLd } from "@/components/layout/json-ld";
import { SiteFrame } from "@/components/layout/site-frame";
import { TakeAlong } from "@/components/reuse/take-along";
import { readChoices, readDashboard } from "@/lib/data/public/dashboard";
import { readDisagreementCount } from "@/lib/data/public/disagreements";
import { absoluteAddress } from "@/lib/data/public/origin";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { viewHeadline } from "@/lib/format/headline";
import { ASKED_WRONGLY } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";
import { parseAsOf } from "@/lib/schemas/page-view";
import { DEFAULT_REGION, parseView, type SearchParams, settleView } from "@/lib/schemas/view";

type Props = { readonly searchParams: Promise<SearchParams> };

const readDay = cache(readAskedDay);

async function readView({ searchParams }: Props) {
  const [params, choices] = [await searchParams, await readChoices()];
  const filter = settleView(parseView(params), choices);
  const isDefault = isRegionOnly(filter) && filter.region === DEFAULT_REGION;
  return { choices, filter, isDefault, ...(await readDay(parseAsOf(params))) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { problem, knownOn, ...view } = await readView(props);
  if (problem !== null) return { title: "Not to be shown as of that day", ...ASKED_WRONGLY };
  const found = view.choices.regions.find(({ code }) => code === view.filter.region) ?? null;
  const region = found && (knownOn?.recordThen("regions", found.code, found) ?? found);
  return dashboardHead(viewHeadline({ ...view, region }), view.filter.region, view.isDefault && !knownOn);
}

export default async function DashboardPage(props: Props) {
  const { filter, choices, knownOn, problem, isDefault } = await readView(props);
  const disagreements = await readDisagreementCount();
  const today = isDefault ? paths.dashboard() : paths.dashboard(viewQuery(filter));
  const of = knownOn ? paths.dashboard({ ...viewQuery(filter), asOf: knownOn.date }) : today;
  const record = problem === null ? await readDashboard(filter, choices, knownOn) : null;
  return (
    <SiteFrame section="dashboard" asOf={knownOn ? { day: knownOn.date, today } : null} disagreements={disagreements}>
      {record ? <Dashboard record={record} isDefault={isDefault} /> : null}
      {problem === null ? null : <NoSuchDay message={problem} today={today} />}
      {isDefault && !knownOn ? <JsonLd data={siteData(absoluteAddress)} /> : null}
      <TakeAlong of={of} at={absoluteAddress} />
    </SiteFrame>
  );
}
