import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordForm } from "@/components/admin/forms/record-form";
import { NOUN_WORDS, withArticle } from "@/components/admin/noun-words";
import { requirePerson } from "@/lib/auth/admit";
import { readFigureChoices } from "@/lib/data/desk/figure-choices";
import { readBeginning } from "@/lib/data/desk/record";
import { parseNoun } from "@/lib/schemas/nouns";
import { firstValue, type SearchParams } from "@/lib/schemas/view";

interface Props {
  readonly params: Promise<{ readonly noun: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const noun = parseNoun((await params).noun);
  return noun === null ? {} : { title: `Add ${withArticle(NOUN_WORDS[noun].one)}` };
}

export default async function Page({ params, searchParams }: Props) {
  const noun = parseNoun((await params).noun);
  // Figures and metrics are added by forms of their own: /admin/figures/new, /admin/metrics/new.
  if (noun === null || noun === "figures" || noun === "metrics") notFound();
  const person = await requirePerson("edit");
  const query = await searchParams;
  // A chart may begin with what it is made of.
  const [metric, region] = noun === "charts" ? [firstValue(query, "metric"), firstValue(query, "region")] : [];
  const [choices, beginning] = await Promise.all([
    readFigureChoices({ metric, region }, { isNew: true }),
    readBeginning(noun),
  ]);
  const parts = { metrics: choices.metrics.map(({ slug }) => slug), regions: choices.regions.map(({ code }) => code) };
  return (
    <>
      <h1>Add {withArticle(NOUN_WORDS[noun].one)}</h1>
      <p className="lede">{NOUN_WORDS[noun].toAdd}</p>
      <RecordForm
        noun={noun}
        record={null}
        beginning={noun === "charts" ? { ...beginning, ...parts } : beginning}
        choices={choices}
        personId={person.id}
        mayEdit
      />
    </>
  );
}
