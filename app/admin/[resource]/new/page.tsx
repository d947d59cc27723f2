import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordForm } from "@/components/admin/record-form/record-form";
import { RESOURCE_WORDS, withArticle } from "@/components/admin/resource-words";
import { requirePerson } from "@/lib/auth/authorize";
import { readFigureChoices } from "@/lib/data/admin/figure-choices";
import { readBeginning } from "@/lib/data/admin/record";
import { parseResource } from "@/lib/schemas/resources";
import { firstValue, type SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly params: Promise<{ readonly resource: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const resource = parseResource((await params).resource);
  return resource === null ? {} : { title: `Add ${withArticle(RESOURCE_WORDS[resource].one)}` };
}

export default async function Page({ params, searchParams }: Props) {
  const resource = parseResource((await params).resource);
  // Figures and metrics are added by forms of their own: /admin/figures/new, /admin/metrics/new.
  if (resource === null || resource === "figures" || resource === "metrics") notFound();
  const person = await requirePerson("edit");
  const query = await searchParams;
  // A chart may begin with what it is made of.
  const [metric, region] = resource === "charts" ? [firstValue(query, "metric"), firstValue(query, "region")] : [];
  const [choices, beginning] = await Promise.all([
    readFigureChoices({ metric, region }, { isNew: true }),
    readBeginning(resource),
  ]);
  const parts = { metrics: choices.metrics.map(({ slug }) => slug), regions: choices.regions.map(({ code }) => code) };
  return (
    <>
      <h1>Add {withArticle(RESOURCE_WORDS[resource].one)}</h1>
      <p className="lede">{RESOURCE_WORDS[resource].toAdd}</p>
      <RecordForm
        resource={resource}
        record={null}
        beginning={resource === "charts" ? { ...beginning, ...parts } : beginning}
        choices={choices}
        personId={person.id}
        mayEdit
      />
    </>
  );
}
