"use client";

import { RecordCombobox } from "@/components/admin/fields/record-combobox";
import { choiceLists } from "@/components/admin/figures/choice-lists";
import { EMPTY_CITATION, EMPTY_FIGURE, EMPTY_SOURCE, type NewSource } from "@/components/admin/figures/figure-draft";
import { errorAt, type FigurePart } from "@/components/admin/figures/figure-fields";
import { NewSourceFields } from "@/components/admin/figures/new-source-fields";
import type { DeskSource } from "@/components/admin/reading/desk-state";
import type { Desk } from "@/components/admin/reading/use-desk";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { guessHead } from "@/lib/reading/guess-head";
import { publisherNames } from "@/lib/reading/record-names";

const PATH = "citations.0.source";

/** The source of the article: one on record, or a new one. */
export function SourceChoice({ desk }: { readonly desk: Desk }) {
  const { state, choices, saving, setSource } = desk;
  const { source } = state;
  const part: FigurePart = {
    draft: { ...EMPTY_FIGURE, citations: [{ ...EMPTY_CITATION, source }] },
    choices,
    issues: saving.issues,
    said: null,
    change: () => undefined,
    changeWords: () => undefined,
  };
  if (source !== null && typeof source === "object") {
    return (
      <NewSourceFields
        part={part}
        path={PATH}
        source={source}
        onChange={setSource}
        onChoose={setSource}
        onBack={() => setSource(null)}
      />
    );
  }
  return (
    <div>
      <RecordCombobox
        path={PATH}
        label="Source"
        noun="source"
        error={errorAt(part, PATH)}
        choices={choiceLists(choices).sources}
        value={source}
        onChange={setSource}
        onAdd={(typed) =>
          setSource({ ...newSource(state.text, choices), ...(typed.trim() === "" ? {} : { title: typed.trim() }) })
        }
      />
      <div className="field-cures">
        <button type="button" className="btn small" onClick={() => setSource(newSource(state.text, choices))}>
          Add a new source
        </button>
      </div>
    </div>
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
  const { published, ...head } = guessHead(text, sources.flatMap(publisherNames));
  return { ...EMPTY_SOURCE, ...head, published: published ?? "" };
}
