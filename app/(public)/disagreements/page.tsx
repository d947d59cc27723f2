import type { Metadata } from "next";
import { DisagreementsPage } from "@/components/disagreements/disagreements-page";
import { SiteFrame } from "@/components/layout/site-frame";
import { listDisagreements } from "@/lib/data/public/disagreements";
import { parseDisagreements } from "@/lib/schemas/page-view";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

export const metadata: Metadata = {
  title: "What sources differ about",
  description: "Published figures about the same thing that cannot all be true, the farthest apart first.",
};

export default async function Page({ searchParams }: Props) {
  const view = await listDisagreements(parseDisagreements(await searchParams));
  return (
    <SiteFrame section="disagreements">
      <DisagreementsPage view={view} />
    </SiteFrame>
  );
}
