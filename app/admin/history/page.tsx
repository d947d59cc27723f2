import type { Metadata } from "next";
import { LatestList } from "@/components/admin/history/latest-list";
import { requirePerson } from "@/lib/auth/authorize";
import { readNames } from "@/lib/data/admin/choices";
import { listLatestChanges } from "@/lib/data/admin/latest-changes";
import { parseLatestQuery } from "@/lib/schemas/admin-list";
import type { SearchParams } from "@/lib/schemas/view";

export const metadata: Metadata = { title: "History" };

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  await requirePerson("view");
  const query = parseLatestQuery(await searchParams);
  const [latest, nameOf] = await Promise.all([listLatestChanges(query), readNames()]);
  return <LatestList latest={latest} resource={query.resource} who={query.who} nameOf={nameOf} />;
}
