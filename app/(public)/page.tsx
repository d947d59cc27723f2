import type { Metadata } from "next";
import { cache } from "react";
import { Dashboard } from "@/components/dashboard/dashboard";
import { viewHeadline } from "@/components/dashboard/headline";
import { isRegionOnly, viewQuery } from "@/components/filters/view-filters";
import { NoSuchDay } from "@/components/layout/as-of-bar";
import { SiteFrame } from "@/components/layout/site-frame";
import { readChoices, readDashboard } from "@/lib/data/public/dashboard";
import { readDisagreementCount } from "@/lib/data/public/disagreements";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { ASKED_WRONGLY } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";
import { parseAsOf } from "@/lib/schemas/page-view";
import { DEFAULT_REGION, parseView, type SearchParams, settleView } from "@/lib/schemas/view";

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

const readDay = cache(readAskedDay);

async function readView({ searchParams }: Props) {
  const [params, choices] = [await searchParams, await readChoices()];
  return { choices, filter: settleView(parseView(params), choices), ...(await readDay(parseAsOf(params))) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { problem, knownOn, ...view } = await readView(props);
  if (problem !== null) return { title: "Not to be shown as of that day", ...ASKED_WRONGLY };
  const found = view.choices.regions.find(({ code }) => code === view.filter.region) ?? null;
  const region = found && (knownOn?.recordThen("regions", found.code, found) ?? found);
  return { title: viewHeadline({ ...view, region }), ...(knownOn ? { robots: { index: false } } : {}) };
}

export default async function DashboardPage(props: Props) {
  const { filter, choices, knownOn, problem } = await readView(props);
  const disagreements = await readDisagreementCount();
  const isDefault = isRegionOnly(filter) && filter.region === DEFAULT_REGION;
  const today = isDefault ? paths.dashboard() : paths.dashboard(viewQuery(filter));
  return (
    <SiteFrame section="dashboard" asOf={knownOn ? { day: knownOn.date, today } : null} disagreements={disagreements}>
      {problem === null ? (
        <Dashboard record={await readDashboard(filter, choices, knownOn)} isDefault={isDefault} />
      ) : (
        <NoSuchDay message={problem} today={today} />
      )}
    </SiteFrame>
  );
}
