import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SourcePage, sourceHeadline } from "@/components/figures/source-page";
import { SiteFrame } from "@/components/layout/site-frame";
import { findSource, listSources } from "@/lib/data/sources";

interface Props {
  readonly params: Promise<{ readonly slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const source = (await listSources()).find((candidate) => candidate.slug === slug);
  return source ? sourceHeadline(source) : {};
}

export default async function Page({ params }: Props) {
  const view = await findSource((await params).slug);
  if (!view) notFound();
  return (
    <SiteFrame section="sources">
      <SourcePage view={view} />
    </SiteFrame>
  );
}
