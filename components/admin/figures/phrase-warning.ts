import { digitsOf } from "@/components/admin/fields/number-field";
import type { CitationDraft } from "@/components/admin/figures/figure-draft";
import type { FigurePart } from "@/components/admin/figures/figure-fields";
import { sourceOf } from "@/components/admin/figures/preview-figure";
import { phraseHoldsValue, phraseWarning } from "@/lib/reading/phrase-holds";

/** What is to be said of a phrase that does not hold the figure's number; null where it does, or either is not there yet. */
export function phraseWarningOf(
  { draft, choices }: Pick<FigurePart, "draft" | "choices">,
  citation: CitationDraft,
): string | null {
  const digits = digitsOf(draft.value);
  const digitsHigh = draft.wording === "between" ? digitsOf(draft.valueHigh) : null;
  if (digits === null || citation.phrase.trim() === "") return null;
  const said = { digits, digitsHigh };
  const language = sourceOf(citation, choices)?.language ?? null;
  return phraseWarning(phraseHoldsValue(citation.phrase, said, language), said);
}
