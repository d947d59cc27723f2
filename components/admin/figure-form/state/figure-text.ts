import type { NumberText } from "@/components/admin/fields/number-field";
import type { FigureDraft } from "@/components/admin/figure-form/state/figure-draft";
import { metricOf, sourceOf } from "@/components/admin/figure-form/state/preview-figure";
import { RELEASES, SPEAKER_KINDS, WORDINGS_SHOWN } from "@/components/ui/labels";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { FIGURE_NAMES } from "@/lib/figures/figure-fields";

/** Fields of a figure that two people can change, in the order of the form. */
export const FORM_FIELDS = [...FIGURE_NAMES, "citations"] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** What a field of a draft says, for reading; "" for nothing. */
export function fieldText(draft: FigureDraft, field: FormField, choices: FigureChoices): string {
  switch (field) {
    case "metric":
      return metricOf(draft, choices)?.name ?? keyOf(draft.metric);
    case "region":
      return choices.regions.find(({ code }) => code === draft.region)?.name ?? keyOf(draft.region);
    case "organisation":
      return choices.organisations.find(({ slug }) => slug === draft.organisation)?.name ?? keyOf(draft.organisation);
    case "wording":
      return WORDINGS_SHOWN[draft.wording];
    case "value":
    case "valueHigh":
    case "alternative":
      return numberShown(draft[field]);
    case "qualifier":
      return draft.qualifier === null ? "" : "A record";
    case "speakerKind":
      return draft.speakerKind === null ? "" : SPEAKER_KINDS[draft.speakerKind];
    case "outlook":
      return draft.outlook === "target" ? "Plan, target or forecast" : "What happened";
    case "release":
      return draft.release === null ? "" : RELEASES[draft.release];
    case "citations":
      return draft.citations.map((citation) => citationShown(citation, choices)).join("; ");
    default:
      return draft[field];
  }
}

function citationShown(citation: FigureDraft["citations"][number], choices: FigureChoices): string {
  const title = sourceOf(citation, choices)?.title ?? keyOf(citation.source);
  const place = citation.locator.trim() === "" ? "" : `, ${citation.locator.trim()}`;
  const phrase = citation.phrase.trim() === "" ? "" : `: “${citation.phrase.trim()}”`;
  return `${title}${place}${phrase}`;
}

function keyOf(reference: string | null | { readonly name?: string; readonly title?: string }): string {
  if (reference === null || typeof reference === "string") return reference ?? "";
  return reference.name ?? reference.title ?? "";
}

function numberShown(value: NumberText): string {
  return typeof value === "string" ? value.trim() : value.digits;
}
