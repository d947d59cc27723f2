import { digitsOf } from "@/components/admin/fields/number-field";
import type { CitationDraft } from "@/components/admin/figure-form/state/figure-draft";
import type { FigurePart } from "@/components/admin/figure-form/state/figure-fields";
import { sourceOf } from "@/components/admin/figure-form/state/preview-figure";
import { phraseWarning, readPhraseFor } from "@/lib/reading/phrase-holds";

/** What is to be said of a phrase that does not hold the figure's number, or hedges it in another way; null where it holds it, or either is not there yet. */
export function phraseWarningOf(
  { draft, choices }: Pick<FigurePart, "draft" | "choices">,
  citation: CitationDraft,
): string | null {
  const digits = digitsOf(draft.value);
  const digitsHigh = draft.wording === "between" ? digitsOf(draft.valueHigh) : null;
  if (digits === null || citation.phrase.trim() === "") return null;
  const said = { digits, digitsHigh };
  const language = sourceOf(citation, choices)?.language ?? null;
  const reading = readPhraseFor(said, citation.phrase, language);
  // The unit is asked where the metric is chosen.
  return phraseWarning(reading, { ...said, wording: draft.wording, measure: null, language })?.message ?? null;
}
