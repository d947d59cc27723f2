import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordForm } from "@/components/admin/forms/record-form";
import { RecordHead } from "@/components/admin/forms/record-head";
import { recordName } from "@/components/admin/forms/record-name";
import { requirePerson } from "@/lib/auth/admit";
import { may } from "@/lib/auth/person";
import { readFigureChoices } from "@/lib/data/desk/figure-choices";
import { findDeskRecord } from "@/lib/data/desk/record";
import { parseNoun } from "@/lib/schemas/nouns";

interface Props {
  readonly params: Promise<{ readonly noun: string; readonly key: string }>;
}

async function readRecord({ params }: Props) {
  const { noun: text, key } = await params;
  const noun = parseNoun(text);
  // Figures have a form of their own: /admin/figures/[key].
  if (noun === null || noun === "figures") notFound();
  const person = await requirePerson("view");
  const record = await findDeskRecord(noun, decodeURIComponent(key));
  if (record === null) notFound();
  return { noun, person, record };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: recordName((await readRecord(props)).record) };
}

export default async function Page(props: Props) {
  const { noun, person, record } = await readRecord(props);
  return (
    <>
      <RecordHead noun={noun} record={record} />
      <RecordForm
        key={record.key}
        noun={noun}
        record={record}
        choices={await readFigureChoices(record)}
        personId={person.id}
        mayEdit={may(person.role, "edit")}
      />
    </>
  );
}
