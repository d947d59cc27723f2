import type { Metadata } from "next";
import { LatestList } from "@/components/admin/history/latest-list";
import { requirePerson } from "@/lib/auth/admit";
import { readNames } from "@/lib/data/desk/choices";
import { listLatestChanges } from "@/lib/data/desk/latest-changes";
import { parseLatestQuery } from "@/lib/schemas/desk-list";
import type { SearchParams } from "@/lib/schemas/view";

export const metadata: Metadata = { title: "History" };

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  await requirePerson("view");
  const query = parseLatestQuery(await searchParams);
  const [latest, nameOf] = await Promise.all([listLatestChanges(query), readNames()]);
  return <LatestList latest={latest} noun={query.noun} who={query.who} nameOf={nameOf} />;
}
