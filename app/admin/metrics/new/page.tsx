import type { Metadata } from "next";
import { NewFigure } from "@/components/admin/figure-form/new-figure";
import { WaysToAdd } from "@/components/admin/figure-form/ways-to-add";
import { requirePerson } from "@/lib/auth/authorize";
import { readFigureChoices } from "@/lib/data/admin/figure-choices";

export const metadata: Metadata = { title: "Add a metric" };

export default async function Page() {
  const person = await requirePerson("edit");
  return (
    <>
      <h1>Add a metric</h1>
      <p className="lede">A new metric, its first figure and the source of it, in one go.</p>
      <WaysToAdd here="metric" />
      <NewFigure choices={await readFigureChoices(null)} personId={person.id} withMetric />
    </>
  );
}
