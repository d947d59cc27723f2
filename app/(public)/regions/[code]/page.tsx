import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { WithdrawnPage } from "@/components/figure/withdrawn-page";
import { NoSuchDay } from "@/components/layout/as-of-bar";
import { JsonLd } from "@/components/layout/json-ld";
import { SiteFrame } from "@/components/layout/site-frame";
import { regionData, regionHead } from "@/components/region/region-data";
import { RegionPage } from "@/components/region/region-page";
import { RegionTopicPage } from "@/components/region/region-topic-page";
import { TakeAlong } from "@/components/reuse/take-along";
import { absoluteAddress } from "@/lib/data/public/origin";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { findRegion, findRegionTopic } from "@/lib/data/public/region-page";
import { findRegionRef } from "@/lib/data/public/regions";
import { findWithdrawal } from "@/lib/data/public/withdrawn";
import { ASKED_WRONGLY, GONE } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";
import { parseAsOf, parseRegionView } from "@/lib/schemas/page-view";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly params: Promise<{ readonly code: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const readWithdrawal = cache((code: string) => findWithdrawal("regions", code));
const readDay = cache(readAskedDay);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ code }, asked] = [await params, await searchParams];
  const [{ knownOn, problem }, region] = [await readDay(parseAsOf(asked)), await findRegionRef(code)];
  if (region === null) return (await readWithdrawal(code)) ? { title: "A region that was retracted", ...GONE } : {};
  if (problem !== null) return { title: "Not to be shown as of that day", ...ASKED_WRONGLY };
  return regionHead(knownOn?.recordThen("regions", region.code, region) ?? region, parseRegionView(asked), !knownOn);
}

export default async function Page({ params, searchParams }: Props) {
  const [{ code }, asked] = [await params, await searchParams];
  const [{ topic, page }, { knownOn, problem }] = [parseRegionView(asked), await readDay(parseAsOf(asked))];
  const view = topic === null ? await findRegion(code, knownOn) : null;
  const listed = topic === null ? null : await findRegionTopic(code, topic, page, knownOn);
  const withdrawal = view || listed ? null : await readWithdrawal(code);
  if (!view && !listed && !withdrawal) notFound();
  const today = paths.region(code, { topic });
  return (
    <SiteFrame section="regions" asOf={knownOn && !withdrawal ? { day: knownOn.date, today } : null}>
      {problem !== null && !withdrawal ? <NoSuchDay message={problem} today={today} /> : null}
      {problem === null && view ? <RegionPage view={view} /> : null}
      {view && !knownOn ? <JsonLd data={regionData(view, absoluteAddress)} /> : null}
      {problem === null && listed ? <RegionTopicPage view={listed} /> : null}
      {withdrawal ? <WithdrawnPage what="region" withdrawal={withdrawal} href={(key) => paths.region(key)} /> : null}
      {withdrawal ? null : (
        <TakeAlong of={paths.region(code, { topic, asOf: knownOn?.date ?? null })} at={absoluteAddress} />
      )}
    </SiteFrame>
  );
}
