"use client";

import { ChoiceField } from "@/components/admin/fields/choice-field";
import { TextField } from "@/components/admin/fields/text-field";

const CAUSES = {
  typo: "Our typo",
  source_corrected: "The source corrected it",
  newer_figure: "A newer figure of the same source",
  other: "Something else",
} as const;

/** Why a published figure changes: both parts are asked for, and readers see them in its history. */
export function ChangeReasonFields() {
  return (
    <>
      <h2>Why it changes</h2>
      <div className="field-row wide-second">
        <ChoiceField path="cause" label="Kind of change" choices={CAUSES} />
        <TextField path="reason" label="Reason" hint="Readers see it in the figure’s history" />
      </div>
    </>
  );
}
