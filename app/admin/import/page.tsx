import "@/app/admin/import/import.css";
import "@/app/admin/import/steps.css";
import type { Metadata } from "next";
import { ImportPage } from "@/components/admin/import/import-page";
import { requirePerson } from "@/lib/auth/authorize";
import { readFigureChoices } from "@/lib/data/admin/figure-choices";
import { listImportBatches } from "@/lib/data/import/batches";

export const metadata: Metadata = { title: "Import" };

const WHEN = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

export default async function Page() {
  const person = await requirePerson("edit");
  const [batches, choices] = await Promise.all([listImportBatches(), readFigureChoices(null)]);
  const shown = batches.map(({ at, ...batch }) => ({ ...batch, day: WHEN.format(new Date(at)) }));
  return <ImportPage batches={shown} choices={choices} personId={person.id} />;
}
