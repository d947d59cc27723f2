import type { Metadata } from "next";
import { CorrectionsPage } from "@/components/corrections/corrections-page";
import { SiteFrame } from "@/components/layout/site-frame";
import { listCorrections } from "@/lib/data/public/past/corrections";
import { parseBefore } from "@/lib/schemas/page-view";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

export const metadata: Metadata = {
  title: "Corrections",
  description: "Every correction of a published figure: what it said, what it says, and why.",
};

export default async function Page({ searchParams }: Props) {
  const before = parseBefore(await searchParams);
  return (
    <SiteFrame>
      <CorrectionsPage corrections={await listCorrections(before)} before={before} />
    </SiteFrame>
  );
}
