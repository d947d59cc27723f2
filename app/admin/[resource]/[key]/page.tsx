import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkCheck } from "@/components/admin/record-form/controls/link-check";
import { recordName } from "@/components/admin/record-form/definitions/record-name";
import { RecordForm } from "@/components/admin/record-form/record-form";
import { RecordHead } from "@/components/admin/record-form/record-head";
import { requirePerson } from "@/lib/auth/authorize";
import { may } from "@/lib/auth/person";
import { readFigureChoices } from "@/lib/data/admin/figure-choices";
import { findAdminRecord, readLink } from "@/lib/data/admin/record";
import { mayCheckLinks } from "@/lib/jobs/link-checks";
import { parseResource } from "@/lib/schemas/resources";

interface Props {
  readonly params: Promise<{ readonly resource: string; readonly key: string }>;
}

async function readRecord({ params }: Props) {
  const { resource: text, key } = await params;
  const resource = parseResource(text);
  // Figures have a form of their own: /admin/figures/[key].
  if (resource === null || resource === "figures") notFound();
  const person = await requirePerson("view");
  const record = await findAdminRecord(resource, decodeURIComponent(key));
  if (record === null) notFound();
  return { resource, person, record };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: recordName((await readRecord(props)).record) };
}

export default async function Page(props: Props) {
  const { resource, person, record } = await readRecord(props);
  return (
    <>
      <RecordHead resource={resource} record={record} />
      <RecordForm
        key={record.key}
        resource={resource}
        record={record}
        choices={await readFigureChoices(record)}
        personId={person.id}
        mayEdit={may(person.role, "edit")}
      />
      {resource === "sources" ? (
        <LinkCheck
          source={record.key}
          link={await readLink(record.key)}
          mayAsk={mayCheckLinks() && may(person.role, "edit")}
        />
      ) : null}
    </>
  );
}
