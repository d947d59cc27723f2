import type { Metadata } from "next";
import { SiteFrame } from "@/components/layout/site-frame";
import { TakeAlong } from "@/components/reuse/take-along";
import { SearchPage } from "@/components/search/search-page";
import { absoluteAddress } from "@/lib/data/public/origin";
import { search } from "@/lib/data/public/search";
import { paths } from "@/lib/paths";
import { parseSearch } from "@/lib/schemas/search";
import type { SearchParams } from "@/lib/schemas/view";

/** Most hits shown of each kind. */
const LIMIT = 20;

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = parseSearch(await searchParams);
  return { title: query === "" ? "Search" : `“${query}”`, robots: { index: false } };
}

export default async function Page({ searchParams }: Props) {
  const query = parseSearch(await searchParams);
  return (
    <SiteFrame query={query}>
      <SearchPage query={query} results={query === "" ? null : await search(query, LIMIT)} />
      {query === "" ? null : <TakeAlong of={paths.search(query)} at={absoluteAddress} />}
    </SiteFrame>
  );
}
