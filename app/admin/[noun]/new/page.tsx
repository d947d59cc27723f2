import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordForm } from "@/components/admin/forms/record-form";
import { NOUN_WORDS, withArticle } from "@/components/admin/noun-words";
import { requirePerson } from "@/lib/auth/admit";
import { listFormChoices } from "@/lib/data/desk/choices";
import { listKnownSources, readBeginning } from "@/lib/data/desk/record";
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
  const [choices, beginning, known] = await Promise.all([
    listFormChoices(noun),
    readBeginning(noun),
    noun === "sources" ? listKnownSources() : undefined,
  ]);
  const query = await searchParams;
  // A chart may begin with what it is made of.
  const given = (name: "metric" | "region", known: readonly { readonly key: string }[] = []) =>
    known.flatMap(({ key }) => (key === firstValue(query, name) ? [key] : []));
  const parts =
    noun === "charts" ? { metrics: given("metric", choices.metrics), regions: given("region", choices.regions) } : {};
  return (
    <>
      <h1>Add {withArticle(NOUN_WORDS[noun].one)}</h1>
      <p className="lede">{NOUN_WORDS[noun].toAdd}</p>
      <RecordForm
        noun={noun}
        record={null}
        beginning={{ ...beginning, ...parts }}
        choices={choices}
        personId={person.id}
        mayEdit
        {...(known && { known })}
      />
    </>
  );
}
