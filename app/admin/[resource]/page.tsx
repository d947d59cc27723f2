import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { BulkForm } from "@/components/admin/lists/bulk-form";
import { ListPage } from "@/components/admin/lists/list-page";
import { RESOURCE_WORDS } from "@/components/admin/resource-words";
import { requirePerson } from "@/lib/auth/authorize";
import { may } from "@/lib/auth/person";
import { listInUse } from "@/lib/data/admin/choices";
import { listFilterChoices } from "@/lib/data/admin/filter-choices";
import { listRecords } from "@/lib/data/admin/list";
import { parseAdminListQuery } from "@/lib/schemas/admin-list";
import { parseResource } from "@/lib/schemas/resources";
import type { SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly params: Promise<{ readonly resource: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const resource = parseResource((await params).resource);
  return resource === null ? {} : { title: RESOURCE_WORDS[resource].title };
}

export default async function Page({ params, searchParams }: Props) {
  const resource = parseResource((await params).resource);
  if (resource === null) notFound();
  const person = await requirePerson("view");
  const query = parseAdminListQuery(resource, await searchParams);
  const mayEdit = may(person.role, "edit");
  const [page, choices, topics] = await Promise.all([
    listRecords(resource, query),
    listFilterChoices(resource, query),
    listInUse("topics"),
  ]);
  const bulk = mayEdit && (resource === "figures" || resource === "metrics") ? resource : null;
  const around =
    bulk === null
      ? null
      : (table: ReactNode) => (
          // Another list has other rows: nothing that was ticked in the one before is carried over.
          <BulkForm key={JSON.stringify(query)} resource={bulk} topics={topics}>
            {table}
          </BulkForm>
        );
  return <ListPage resource={resource} query={query} page={page} choices={choices} mayEdit={mayEdit} around={around} />;
}
