import type { Metadata } from "next";
import { NewFigure } from "@/components/admin/figure-form/new-figure";
import { WaysToAdd } from "@/components/admin/figure-form/ways-to-add";
import { requirePerson } from "@/lib/auth/authorize";
import { readFigureChoices } from "@/lib/data/admin/figure-choices";
import { firstValue } from "@/lib/schemas/view";

export const metadata: Metadata = { title: "Add a figure" };

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function Page({ searchParams }: Props) {
  const person = await requirePerson("edit");
  const query = await searchParams;
  const given = {
    metric: firstValue(query, "metric"),
    region: firstValue(query, "region"),
    source: firstValue(query, "source"),
  };
  return (
    <>
      <h1>Add a figure</h1>
      <p className="lede">Write it the way the source does; the rest fills in. Saved as a draft until you publish.</p>
      <WaysToAdd here="figure" />
      <NewFigure
        choices={await readFigureChoices(given, { isNew: true })}
        personId={person.id}
        withMetric={false}
        given={given}
      />
    </>
  );
}
