import type { Metadata } from "next";
import { NewFigure } from "@/components/admin/figures/new-figure";
import { WaysToAdd } from "@/components/admin/figures/ways-to-add";
import { requirePerson } from "@/lib/auth/admit";
import { readFigureChoices } from "@/lib/data/desk/figure-choices";

export const metadata: Metadata = { title: "Add a figure" };

export default async function Page() {
  const person = await requirePerson("edit");
  return (
    <>
      <h1>Add a figure</h1>
      <p className="lede">Write it the way the source does; the rest fills in. Saved as a draft until you publish.</p>
      <WaysToAdd here="figure" />
      <NewFigure choices={await readFigureChoices()} personId={person.id} withMetric={false} />
    </>
  );
}
