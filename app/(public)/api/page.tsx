import type { Metadata } from "next";
import { ReferencePage } from "@/components/api/reference-page";
import { SiteFrame } from "@/components/layout/site-frame";
import { readReference } from "@/lib/api/operations/reference";

export const metadata: Metadata = {
  title: "API",
  description: "How programs read and write figures here, with every operation and true examples.",
};

export default async function Page() {
  return (
    <SiteFrame>
      <ReferencePage {...(await readReference())} />
    </SiteFrame>
  );
}
