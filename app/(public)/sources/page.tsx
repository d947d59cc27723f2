import type { Metadata } from "next";
import { SiteFrame } from "@/components/layout/site-frame";
import { SourceIndex } from "@/components/source/source-index";
import { listSources } from "@/lib/data/public/sources";

export const metadata: Metadata = {
  title: "Sources, newest first",
  description:
    "Every article, report and page that figures were taken from, with publisher, date and number of figures.",
};

export default async function Page() {
  return (
    <SiteFrame section="sources">
      <SourceIndex sources={await listSources()} />
    </SiteFrame>
  );
}
