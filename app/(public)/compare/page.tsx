import type { Metadata } from "next";
import { ComparePage } from "@/components/compare/compare-page";
import { SiteFrame } from "@/components/layout/site-frame";
import { readCompare } from "@/lib/data/public/compare/compare";
import { parseCompare } from "@/lib/schemas/compare-view";
import type { SearchParams } from "@/lib/schemas/view";

export const metadata: Metadata = {
  title: "Compare regions",
  description: "Metrics of regions side by side, on one scale for each unit, ranked as far as their sources allow.",
};

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const { base, isOneScale, ...query } = parseCompare(await searchParams);
  return (
    <SiteFrame section="compare">
      <ComparePage view={await readCompare(query)} base={base} isOneScale={isOneScale} />
    </SiteFrame>
  );
}
