import type { Metadata } from "next";
import { SiteFrame } from "@/components/layout/site-frame";
import { RegionTree } from "@/components/region/region-tree";
import { listRegions } from "@/lib/data/public/regions";

export const metadata: Metadata = {
  title: "Regions with figures",
  description: "Every country, province, city and zone for which there are figures, and how many.",
};

export default async function Page() {
  return (
    <SiteFrame section="regions">
      <RegionTree regions={await listRegions()} />
    </SiteFrame>
  );
}
