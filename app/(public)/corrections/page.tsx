import type { Metadata } from "next";
import { CorrectionsPage } from "@/components/corrections/corrections-page";
import { pageMetadata } from "@/components/layout/page-metadata";
import { SiteFrame } from "@/components/layout/site-frame";
import { listCorrections } from "@/lib/data/public/past/corrections";
import { paths } from "@/lib/paths";
import { parseBefore } from "@/lib/schemas/page-view";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const before = parseBefore(await searchParams);
  return pageMetadata({
    title: "Corrections",
    description: "Every correction of a published figure: what it said, what it says, and why.",
    path: paths.corrections({ before }),
    hasCorrections: true,
  });
}

export default async function Page({ searchParams }: Props) {
  const before = parseBefore(await searchParams);
  return (
    <SiteFrame>
      <CorrectionsPage corrections={await listCorrections(before)} before={before} />
    </SiteFrame>
  );
}
