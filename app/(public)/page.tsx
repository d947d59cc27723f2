import type { Metadata } from "next";
import { Dashboard } from "@/components/dashboard/dashboard";
import { viewHeadline } from "@/components/dashboard/headline";
import { isRegionOnly } from "@/components/filters/view-filters";
import { SiteFrame } from "@/components/layout/site-frame";
import { readChoices, readDashboard } from "@/lib/data/public/dashboard";
import { countDisagreements } from "@/lib/data/public/disagreements";
import { DEFAULT_REGION, parseView, type SearchParams, settleView } from "@/lib/schemas/view";

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

async function readView({ searchParams }: Props) {
  const choices = await readChoices();
  return { choices, filter: settleView(parseView(await searchParams), choices) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const view = await readView(props);
  const region = view.choices.regions.find(({ code }) => code === view.filter.region) ?? null;
  return { title: viewHeadline({ ...view, region }) };
}

export default async function DashboardPage(props: Props) {
  const { filter, choices } = await readView(props);
  const [record, disagreements] = await Promise.all([readDashboard(filter, choices), countDisagreements()]);
  return (
    <SiteFrame section="dashboard" disagreements={disagreements}>
      <Dashboard record={record} isDefault={isRegionOnly(filter) && filter.region === DEFAULT_REGION} />
    </SiteFrame>
  );
}
