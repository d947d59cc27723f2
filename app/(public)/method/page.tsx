import type { Metadata } from "next";
import { MethodPage } from "@/components/figures/method-page";
import { SiteFrame } from "@/components/layout/site-frame";

export const metadata: Metadata = {
  title: "How figures are read",
  description:
    "What “more than”, “some” and “nearly” mean here, what the marks show, and what these figures cannot tell.",
};

export default function Page() {
  return (
    <SiteFrame section="method">
      <MethodPage />
    </SiteFrame>
  );
}
