import type { Issue } from "@/components/admin/fields/error-summary";
import { bodyOf, type FigureBody } from "@/components/admin/figures/figure-body";
import type { FigureDraft, FigureRecord } from "@/components/admin/figures/figure-draft";
import { labelOf } from "@/components/admin/figures/figure-fields";
import { draftOf } from "@/components/admin/figures/figure-record";
import { FORM_FIELDS, type FormField, fieldText } from "@/components/admin/figures/figure-text";
import type { Difference } from "@/components/admin/saving/conflict-view";
import type { FigureChoices } from "@/lib/figures/figure-choices";

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The fields of a draft that differ from the record it began with, as they are sent. Numbers kept as written count as the same. */
export function changedFields(draft: FigureDraft, choices: FigureChoices): FigureBody {
  if (draft.base === null) return bodyOf(draft, choices);
  const [before, after] = [bodyOf(draftOf(draft.base), choices), bodyOf(draft, choices)];
  return Object.fromEntries(
    FORM_FIELDS.flatMap((name) => (isSame(before[name], after[name]) ? [] : [[name, after[name]]])),
  );
}

/** Fields that mine and the version saved meanwhile would have differently. */
export function differencesOf(mine: FigureDraft, current: FigureRecord, choices: FigureChoices): readonly Difference[] {
  const theirs = draftOf(current);
  const [mineBody, theirBody] = [bodyOf(mine, choices), bodyOf(theirs, choices)];
  const changed = changedFields(mine, choices);
  return FORM_FIELDS.flatMap((field): Difference[] => {
    if (isSame(mineBody[field], theirBody[field])) return [];
    return [
      {
        field,
        label: field === "citations" ? "Sources" : (labelOf(field) ?? field),
        mine: fieldText(mine, field, choices),
        theirs: fieldText(theirs, field, choices),
        preferred: field in changed ? "mine" : "theirs",
      },
    ];
  });
}

/** The version saved meanwhile with the chosen fields of mine laid over it. */
export function mergedDraft(mine: FigureDraft, current: FigureRecord, fields: readonly string[]): FigureDraft {
  const chosen = FORM_FIELDS.filter((field): field is FormField => fields.includes(field));
  const own = Object.fromEntries(chosen.map((field) => [field, mine[field]]));
  return { ...draftOf(current), ...own, cause: mine.cause, reason: mine.reason };
}

/** What is missing of the reason for changing a published figure; empty for a draft. */
export function reasonIssues(draft: FigureDraft): readonly Issue[] {
  if (draft.base?.status !== "published") return [];
  return [
    ...(draft.cause === null
      ? [{ path: "cause", code: "missing", message: "Choose what kind of change this is" }]
      : []),
    ...(draft.reason.trim() === ""
      ? [{ path: "reason", code: "missing", message: "Say in a sentence why the published figure changes" }]
      : []),
  ];
}
