"use client";

import { ChoiceField } from "@/components/admin/fields/choice-field";
import { DateField } from "@/components/admin/fields/date-field";
import { TextField } from "@/components/admin/fields/text-field";
import { speakerKindOf } from "@/components/admin/figure-form/state/figure-draft";
import type { FigurePart } from "@/components/admin/figure-form/state/figure-fields";
import { RELEASES, SPEAKER_KINDS } from "@/components/ui/labels";

const OUTLOOKS = { outcome: "What happened", target: "Plan, target or forecast" } as const;

/** What time the figure is about. */
export function TimeFields() {
  return (
    <div className="field-row">
      <DateField
        path="period"
        label="Period"
        required={false}
        span
        hint="Such as 2019, 2019-Q1 or 2014 – Feb 2019. Empty: not stated"
      />
      <DateField
        path="asOf"
        label="As of"
        required={false}
        hint="The moment it holds for, such as Feb 2019. Empty: not stated"
      />
    </div>
  );
}

/** Who says so, and whether it happened or is meant to. */
export function SpeakerFields({ draft, choices }: Pick<FigurePart, "draft" | "choices">) {
  return (
    <div className="field-row">
      <TextField
        path="speaker"
        label="Who says so"
        required={false}
        hint="As the source names them. Empty: the source itself"
      />
      <ChoiceField
        path="speakerKind"
        label="Kind of speaker"
        value={speakerKindOf(draft, choices)}
        choices={SPEAKER_KINDS}
      />
      <ChoiceField path="outlook" label="Outcome or target" choices={OUTLOOKS} />
    </div>
  );
}

/** What sets it apart from other numbers of the same metric, and from other claims about the same. */
export function ClaimFields() {
  return (
    <>
      <div className="field-row">
        <TextField
          path="basis"
          label="What exactly is counted"
          required={false}
          hint="Only where it is not what the metric says, such as “with suppliers”. It is compared with no other basis"
        />
        <ChoiceField path="release" label="Preliminary or final" choices={RELEASES} none="Not said" />
      </div>
      <TextField
        path="flags"
        label="Marked by the source"
        required={false}
        hint="What it marks the number with, such as “provisional” or “break in series”"
      />
      <TextField
        path="preferredReason"
        label="Preferred, because"
        required={false}
        hint="Where sources differ: why this one is held to be the best. The others stay visible"
      />
    </>
  );
}

/** When somebody looked for a newer one. */
export function LookedAgainField() {
  return (
    <DateField
      path="lookedAgain"
      label="Looked again"
      required={false}
      hint="The day on which you looked for a newer figure and found none. Empty: nobody has"
    />
  );
}

/** What is uncertain about it. */
export function NoteField() {
  return (
    <TextField
      path="note"
      label="Note"
      required={false}
      rows={2}
      hint="Why something is uncertain; readers see it on the figure’s page"
    />
  );
}
