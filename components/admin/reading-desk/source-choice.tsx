"use client";

import { accessTo, FormFields } from "@/components/admin/fields/form-fields";
import { SourceField } from "@/components/admin/figure-form/sections/source-field";
import { choiceLists } from "@/components/admin/figure-form/state/choice-lists";
import { EMPTY_SOURCE, type NewSource } from "@/components/admin/figure-form/state/figure-draft";
import type { DeskSource } from "@/components/admin/reading-desk/state/desk-state";
import { type Desk, figureOf } from "@/components/admin/reading-desk/state/use-desk";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { detectMetadata } from "@/lib/reading/article/detect-metadata";
import { publisherNames } from "@/lib/reading/metrics/record-names";

/** The source of the article: one on record, or a new one. */
export function SourceChoice({ desk }: { readonly desk: Desk }) {
  const { state, form, choices, editSource } = desk;
  const begin = (typed: string) => ({ ...newSource(state.text, choices), ...(typed === "" ? {} : { title: typed }) });
  return (
    <FormFields
      form={accessTo(figureOf(state.source), form.errors, editSource)}
      choices={choiceLists(choices)}
      known={choices.sources}
    >
      <SourceField path="citations.0.source" begin={begin} />
    </FormFields>
  );
}

/** The source that the head of a text tells: one on record with its address or its title, else a new one. Null for no text. */
export function sourceOfHead(text: string, choices: Pick<FigureChoices, "sources">): DeskSource {
  if (text.trim() === "") return null;
  const guess = newSource(text, choices);
  const title = guess.title.toLowerCase();
  const known = choices.sources.find(
    (one) => one.url === guess.url || (title !== "" && one.title.toLowerCase() === title),
  );
  return known?.slug ?? guess;
}

/** A new source as the head of the text tells it; what it does not tell is left empty. */
function newSource(text: string, { sources }: Pick<FigureChoices, "sources">): NewSource {
  const { published, ...head } = detectMetadata(text, sources.flatMap(publisherNames));
  return { ...EMPTY_SOURCE, ...head, published: published ?? "" };
}
