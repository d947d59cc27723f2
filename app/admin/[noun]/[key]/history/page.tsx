import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordHead } from "@/components/admin/forms/record-head";
import { recordName } from "@/components/admin/forms/record-name";
import { RecordHistory } from "@/components/admin/history/record-history";
import { requirePerson } from "@/lib/auth/admit";
import { may } from "@/lib/auth/person";
import { readNames } from "@/lib/data/desk/choices";
import { findDeskRecord } from "@/lib/data/desk/record";
import { findHistory } from "@/lib/data/writing/history";
import { parseNoun } from "@/lib/schemas/nouns";

interface Props {
  readonly params: Promise<{ readonly noun: string; readonly key: string }>;
}

async function readRecord({ params }: Props) {
  const { noun: text, key } = await params;
  const noun = parseNoun(text);
  if (noun === null) notFound();
  const person = await requirePerson("view");
  const record = await findDeskRecord(noun, decodeURIComponent(key));
  if (record === null) notFound();
  return { noun, person, record };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: `History of ${recordName((await readRecord(props)).record)}` };
}

export default async function Page(props: Props) {
  const { noun, person, record } = await readRecord(props);
  const [changes, nameOf] = await Promise.all([findHistory(noun, record.key), readNames()]);
  return (
    <>
      <RecordHead noun={noun} record={record} here="history" />
      <RecordHistory
        noun={noun}
        record={record}
        changes={changes ?? []}
        nameOf={nameOf}
        mayEdit={may(person.role, "edit")}
      />
    </>
  );
}
