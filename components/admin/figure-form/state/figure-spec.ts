import type { Issue } from "@/components/admin/fields/error-summary";
import { lookUpIssues } from "@/components/admin/fields/known-records";
import { bodyOf, figureIssues, formPath } from "@/components/admin/figure-form/state/figure-body";
import { type FigureDraft, type FigureRecord, isFigureDraft } from "@/components/admin/figure-form/state/figure-draft";
import { labelOf } from "@/components/admin/figure-form/state/figure-fields";
import { draftOf } from "@/components/admin/figure-form/state/figure-record";
import { FORM_FIELDS, type FormField, fieldText } from "@/components/admin/figure-form/state/figure-text";
import { metricIssues, saidBy } from "@/components/admin/figure-form/state/metric-question";
import type { RecordSpec } from "@/components/admin/record-form/definitions/record-spec";
import type { FigureChoices } from "@/lib/figures/figure-choices";

/** Fields whose messages go away together: what is wrong between them is cured at any of them. */
export const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  words: ["value", "valueHigh", "citations.0.phrase", "metric"],
  wording: ["value", "valueHigh", "qualifier"],
  value: ["valueHigh", "metric"],
  agreed: ["metric"],
  alternative: ["alternativeUnit"],
  alternativeUnit: ["alternative"],
};

/** The form of a figure, with the records that it may refer to. */
export function figureSpec(choices: FigureChoices): RecordSpec<FigureDraft> {
  return {
    resource: "figures",
    fields: FORM_FIELDS,
    isValues: isFigureDraft,
    valuesOf: (record) => draftOf(record as FigureRecord),
    bodyOf: (draft) => bodyOf(draft, choices),
    issuesOf: (draft, status) => [
      ...lookUpIssues(draft),
      ...figureIssues(draft, choices, status ?? (draft.base?.status === "published" ? "published" : "draft")),
      ...metricIssues(draft, saidBy(draft), choices),
      ...reasonIssues(draft),
    ],
    pathOf: formPath,
    labelOf,
    textOf: (draft, field) => fieldText(draft, field as FormField, choices),
  };
}

/** What is missing of the reason for changing a published figure; empty for a draft. */
export function reasonIssues({ base, cause, reason }: FigureDraft): readonly Issue[] {
  if (base?.status !== "published") return [];
  return [
    ...(cause === null ? [{ path: "cause", code: "missing", message: "Choose what kind of change this is" }] : []),
    ...(reason.trim() === ""
      ? [{ path: "reason", code: "missing", message: "Say in a sentence why the published figure changes" }]
      : []),
  ];
}
