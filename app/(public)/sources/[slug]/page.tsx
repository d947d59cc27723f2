import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { WithdrawnPage } from "@/components/figure/withdrawn-page";
import { JsonLd } from "@/components/layout/json-ld";
import { pageMetadata } from "@/components/layout/page-metadata";
import { SiteFrame } from "@/components/layout/site-frame";
import { TakeAlong } from "@/components/reuse/take-along";
import { sourceData } from "@/components/source/source-data";
import { SourcePage, sourceHeadline } from "@/components/source/source-page";
import { LOCALE } from "@/components/ui/locale";
import { citationMeta } from "@/lib/citation/embedded/citation-meta";
import { absoluteAddress } from "@/lib/data/public/origin";
import { citeSource } from "@/lib/data/public/reuse/citable";
import { findSource } from "@/lib/data/public/source-page";
import { findSourceRecord } from "@/lib/data/public/sources";
import { findWithdrawal } from "@/lib/data/public/withdrawn";
import { GONE } from "@/lib/http/page-status";
import { paths } from "@/lib/paths";
import { parsePage } from "@/lib/schemas/page-view";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const readWithdrawal = cache((slug: string) => findWithdrawal("sources", slug));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params;
  const source = await findSourceRecord(slug);
  const page = parsePage(await searchParams);
  if (source)
    return pageMetadata({
      ...sourceHeadline(source),
      path: paths.source(slug, page > 1 ? { page } : {}),
      feed: { source: slug },
      other: citationMeta(source),
    });
  return (await readWithdrawal(slug)) ? { title: "A source that was retracted", ...GONE } : {};
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  const view = await findSource(slug, parsePage(await searchParams));
  const withdrawal = view ? null : await readWithdrawal(slug);
  if (!view && !withdrawal) notFound();
  return (
    <SiteFrame section="sources">
      {view ? <SourcePage view={view} citable={await citeSource(view.source, LOCALE)} /> : null}
      {view ? <JsonLd data={sourceData(view, absoluteAddress)} /> : null}
      {withdrawal ? <WithdrawnPage what="source" withdrawal={withdrawal} href={(key) => paths.source(key)} /> : null}
      {view ? <TakeAlong of={paths.source(slug)} at={absoluteAddress} /> : null}
    </SiteFrame>
  );
}
