import type { Metadata } from "next";
import { SiteFrame } from "@/components/layout/site-frame";
import { MethodPage } from "@/components/method/method-page";
import { noteReads } from "@/lib/publication/reads";

export const metadata: Metadata = {
  title: "How figures are read",
  description:
    "What “more than”, “some” and “nearly” mean here, what the marks show, and what these figures cannot tell.",
};

export default function Page() {
  // Nothing from the database: the page is kept whatever changes there.
  noteReads([]);
  return (
    <SiteFrame section="method">
      <MethodPage />
    </SiteFrame>
  );
}
