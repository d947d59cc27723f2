import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EditFigure } from "@/components/admin/figures/edit-figure";
import { EditHead } from "@/components/admin/figures/edit-head";
import type { FigureRecord } from "@/components/admin/figures/figure-draft";
import { ReadFigure } from "@/components/admin/figures/read-figure";
import { requirePerson } from "@/lib/auth/admit";
import { may } from "@/lib/auth/person";
import { readFigureChoices } from "@/lib/data/desk/figure-choices";
import { findDeskRecord } from "@/lib/data/desk/record";

export const metadata: Metadata = { title: "Change a figure" };

export default async function Page({ params }: { readonly params: Promise<{ readonly key: string }> }) {
  const person = await requirePerson("view");
  const found = await findDeskRecord("figures", (await params).key);
  if (found === null) notFound();
  const choices = await readFigureChoices(found);
  const record = found as unknown as FigureRecord;
  if (!may(person.role, "edit")) return <ReadFigure record={record} choices={choices} />;
  if (record.status === "retracted") return <EditHead record={record} />;
  return <EditFigure record={record} choices={choices} personId={person.id} />;
}
