import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordHistory } from "@/components/admin/history/record-history";
import { recordName } from "@/components/admin/record-form/definitions/record-name";
import { RecordHead } from "@/components/admin/record-form/record-head";
import { requirePerson } from "@/lib/auth/authorize";
import { may } from "@/lib/auth/person";
import { readNames } from "@/lib/data/admin/choices";
import { findAdminRecord } from "@/lib/data/admin/record";
import { findHistory } from "@/lib/data/commands/history";
import { parseResource } from "@/lib/schemas/resources";

interface Props {
  readonly params: Promise<{ readonly resource: string; readonly key: string }>;
}

async function readRecord({ params }: Props) {
  const { resource: text, key } = await params;
  const resource = parseResource(text);
  if (resource === null) notFound();
  const person = await requirePerson("view");
  const record = await findAdminRecord(resource, decodeURIComponent(key));
  if (record === null) notFound();
  return { resource, person, record };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: `History of ${recordName((await readRecord(props)).record)}` };
}

export default async function Page(props: Props) {
  const { resource, person, record } = await readRecord(props);
  const [changes, nameOf] = await Promise.all([findHistory(resource, record.key), readNames()]);
  return (
    <>
      <RecordHead resource={resource} record={record} here="history" />
      <RecordHistory
        resource={resource}
        record={record}
        changes={changes ?? []}
        nameOf={nameOf}
        mayEdit={may(person.role, "edit")}
      />
    </>
  );
}
