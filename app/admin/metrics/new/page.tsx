import type { Metadata } from "next";
import { NewFigure } from "@/components/admin/figures/new-figure";
import { WaysToAdd } from "@/components/admin/figures/ways-to-add";
import { requirePerson } from "@/lib/auth/admit";
import { readFigureChoices } from "@/lib/data/desk/figure-choices";

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
