import { digitsOf } from "@/components/admin/fields/number-field";
import type { CitationDraft } from "@/components/admin/figure-form/state/figure-draft";
import type { FigurePart } from "@/components/admin/figure-form/state/figure-fields";
import { sourceOf } from "@/components/admin/figure-form/state/preview-figure";
import { hedgeSaid, hedgeWarning, phraseHoldsValue, phraseWarning } from "@/lib/reading/phrase-holds";

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
  const other = phraseWarning(phraseHoldsValue(citation.phrase, said, language), said);
  // The hedge of a fall is turned round with its sign: "fell more than 6.8" is less than −6.8.
  if (other !== null || digits.startsWith("-")) return other;
  return hedgeWarning(hedgeSaid(citation.phrase, said, language), draft.wording);
}
