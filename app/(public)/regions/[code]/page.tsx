import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { possessive } from "@/components/dashboard/headline";
import { WithdrawnPage } from "@/components/figure/withdrawn-page";
import { SiteFrame } from "@/components/layout/site-frame";
import { RegionPage } from "@/components/region/region-page";
import { RegionTopicPage } from "@/components/region/region-topic-page";
import { findRegion, findRegionTopic } from "@/lib/data/public/region-page";
import { findRegionName } from "@/lib/data/public/regions";
import { findWithdrawal } from "@/lib/data/public/withdrawn";
import { GONE } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";
import { parseRegionView } from "@/lib/schemas/page-view";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly params: Promise<{ readonly code: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const readWithdrawal = cache((code: string) => findWithdrawal("regions", code));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  const name = await findRegionName(code);
  if (name === null) return (await readWithdrawal(code)) ? { title: "A region that was retracted", ...GONE } : {};
  const title = `${possessive(name)} tech industry in figures`;
  return { title, description: `${title}, each as its source worded it, with a link to the very phrase.` };
}

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { topic, page } = parseRegionView(await searchParams);
  const [view, listed] = await Promise.all(
    topic === null ? [findRegion(code), null] : [null, findRegionTopic(code, topic, page)],
  );
  const withdrawal = view || listed ? null : await readWithdrawal(code);
  if (!view && !listed && !withdrawal) notFound();
  return (
    <SiteFrame section="regions">
      {view ? <RegionPage view={view} /> : null}
      {listed ? <RegionTopicPage view={listed} /> : null}
      {withdrawal ? <WithdrawnPage what="region" withdrawal={withdrawal} href={(key) => paths.region(key)} /> : null}
    </SiteFrame>
  );
}
