import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EditFigure } from "@/components/admin/figure-form/edit-figure";
import { EditHead } from "@/components/admin/figure-form/edit-head";
import { ReadFigure } from "@/components/admin/figure-form/read-figure";
import type { FigureRecord } from "@/components/admin/figure-form/state/figure-draft";
import { requirePerson } from "@/lib/auth/authorize";
import { may } from "@/lib/auth/person";
import { readFigureChoices } from "@/lib/data/admin/figure-choices";
import { findAdminRecord } from "@/lib/data/admin/record";

export const metadata: Metadata = { title: "Change a figure" };

export default async function Page({ params }: { readonly params: Promise<{ readonly key: string }> }) {
  const person = await requirePerson("view");
  const found = await findAdminRecord("figures", (await params).key);
  if (found === null) notFound();
  const choices = await readFigureChoices(found);
  const record = found as unknown as FigureRecord;
  if (!may(person.role, "edit")) return <ReadFigure record={record} choices={choices} />;
  if (record.status === "retracted") return <EditHead record={record} />;
  return <EditFigure record={record} choices={choices} personId={person.id} />;
}
