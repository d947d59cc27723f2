import type { Metadata } from "next";
import { DisagreementsPage } from "@/components/disagreements/disagreements-page";
import { pageMetadata } from "@/components/layout/page-metadata";
import { SiteFrame } from "@/components/layout/site-frame";
import { TakeAlong } from "@/components/reuse/take-along";
import { listDisagreements } from "@/lib/data/public/disagreements";
import { absoluteAddress } from "@/lib/data/public/origin";
import { paths } from "@/lib/paths";
import { parseDisagreements } from "@/lib/schemas/page-view";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { page, topic, region } = parseDisagreements(await searchParams);
  return pageMetadata({
    title: "What sources differ about",
    description: "Published figures about the same thing that cannot all be true, the farthest apart first.",
    path: paths.disagreements({ page: page > 1 ? page : null }),
    isIndexed: topic === null && region === null,
  });
}

export default async function Page({ searchParams }: Props) {
  const view = await listDisagreements(parseDisagreements(await searchParams));
  return (
    <SiteFrame section="disagreements">
      <DisagreementsPage view={view} />
      <TakeAlong of={paths.disagreements({ topic: view.topic, region: view.region })} at={absoluteAddress} />
    </SiteFrame>
  );
}
