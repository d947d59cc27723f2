import type { Metadata } from "next";
import { NotAllowed } from "@/components/entry/not-allowed";
import { SiteFrame } from "@/components/layout/site-frame";

export const metadata: Metadata = { title: "Not for your role" };

export default function Forbidden() {
  return (
    <SiteFrame>
      <NotAllowed />
    </SiteFrame>
  );
}
