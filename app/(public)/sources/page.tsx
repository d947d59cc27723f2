import { pageMetadata } from "@/components/layout/page-metadata";
import { SiteFrame } from "@/components/layout/site-frame";
import { SourceIndex } from "@/components/source/source-index";
import { listSources } from "@/lib/data/public/sources";
import { paths } from "@/lib/paths";

export const generateMetadata = () =>
  pageMetadata({
    title: "Sources, newest first",
    description:
      "Every article, report and page that figures were taken from, with publisher, date and number of figures.",
    path: paths.sources(),
    feed: {},
  });

export default async function Page() {
  return (
    <SiteFrame section="sources">
      <SourceIndex sources={await listSources()} />
    </SiteFrame>
  );
}
