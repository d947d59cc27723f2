import "@/app/admin/import/import.css";
import type { Metadata } from "next";
import { ImportPage } from "@/components/admin/import/import-page";
import { requirePerson } from "@/lib/auth/authorize";
import { listImportBatches } from "@/lib/data/import/batches";

export const metadata: Metadata = { title: "Import" };

const WHEN = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

export default async function Page() {
  await requirePerson("edit");
  const batches = await listImportBatches();
  return <ImportPage batches={batches.map(({ at, ...batch }) => ({ ...batch, day: WHEN.format(new Date(at)) }))} />;
}
