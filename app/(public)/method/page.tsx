import { pageMetadata } from "@/components/layout/page-metadata";
import { SiteFrame } from "@/components/layout/site-frame";
import { MethodPage } from "@/components/method/method-page";
import { paths } from "@/lib/paths";
import { noteReads } from "@/lib/publication/reads";

export const generateMetadata = () =>
  pageMetadata({
    title: "How figures are read",
    description:
      "What “more than”, “some” and “nearly” mean here, what the marks show, and what these figures cannot tell.",
    path: paths.method(),
  });

export default function Page() {
  // Nothing from the database: the page is kept whatever changes there.
  noteReads([]);
  return (
    <SiteFrame section="method">
      <MethodPage />
    </SiteFrame>
  );
}
