import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { BulkForm } from "@/components/admin/lists/bulk-form";
import { ListPage } from "@/components/admin/lists/list-page";
import { NOUN_WORDS } from "@/components/admin/noun-words";
import { requirePerson } from "@/lib/auth/admit";
import { may } from "@/lib/auth/person";
import { listInUse } from "@/lib/data/desk/choices";
import { listFilterChoices } from "@/lib/data/desk/filter-choices";
import { listDesk } from "@/lib/data/desk/list";
import { parseDeskQuery } from "@/lib/schemas/desk-list";
import { parseNoun } from "@/lib/schemas/nouns";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly params: Promise<{ readonly noun: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const noun = parseNoun((await params).noun);
  return noun === null ? {} : { title: NOUN_WORDS[noun].title };
}

export default async function Page({ params, searchParams }: Props) {
  const noun = parseNoun((await params).noun);
  if (noun === null) notFound();
  const person = await requirePerson("view");
  const query = parseDeskQuery(noun, await searchParams);
  const mayEdit = may(person.role, "edit");
  const [page, choices, topics] = await Promise.all([
    listDesk(noun, query),
    listFilterChoices(noun, query),
    listInUse("topics"),
  ]);
  const bulk = mayEdit && (noun === "figures" || noun === "metrics") ? noun : null;
  const around =
    bulk === null
      ? null
      : (table: ReactNode) => (
          // Another list has other rows: nothing that was ticked in the one before is carried over.
          <BulkForm key={JSON.stringify(query)} noun={bulk} topics={topics}>
            {table}
          </BulkForm>
        );
  return <ListPage noun={noun} query={query} page={page} choices={choices} mayEdit={mayEdit} around={around} />;
}
