import { pageMetadata } from "@/components/layout/page-metadata";
import { SiteFrame } from "@/components/layout/site-frame";
import { RegionTree } from "@/components/region/region-tree";
import { listRegions } from "@/lib/data/public/regions";
import { paths } from "@/lib/paths";

export const generateMetadata = () =>
  pageMetadata({
    title: "Regions with figures",
    description: "Every country, province, city and zone for which there are figures, and how many.",
    path: paths.regions(),
  });

export default async function Page() {
  return (
    <SiteFrame section="regions">
      <RegionTree regions={await listRegions()} />
    </SiteFrame>
  );
}
