"use client";

import { ChoiceField } from "@/components/admin/fields/choice-field";
import { TextField } from "@/components/admin/fields/text-field";
import { errorAt, type FigurePart } from "@/components/admin/figures/figure-fields";

const CAUSES = {
  typo: "Our typo",
  source_corrected: "The source corrected it",
  newer_figure: "A newer figure of the same source",
  other: "Something else",
} as const;

/** Why a published figure changes: both parts are asked for, and readers see them in its history. */
export function ChangeReason(part: FigurePart) {
  const { draft, change } = part;
  if (draft.base?.status !== "published") return null;
  const cause = draft.cause === "retracted" ? null : draft.cause;
  return (
    <>
      <h2>Why it changes</h2>
      <div className="field-row wide-second">
        <ChoiceField
          path="cause"
          label="Kind of change"
          value={cause}
          choices={CAUSES}
          onChange={(next) => change({ cause: next })}
          error={errorAt(part, "cause")}
        />
        <TextField
          path="reason"
          label="Reason"
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          error={errorAt(part, "reason")}
          hint="Readers see it in the figure’s history"
        />
      </div>
    </>
  );
}
