"use client";

import { ChoiceField } from "@/components/admin/fields/choice-field";
import { DateField } from "@/components/admin/fields/date-field";
import { TextField } from "@/components/admin/fields/text-field";
import { speakerKindOf } from "@/components/admin/figures/figure-draft";
import { errorAt, type FigurePart } from "@/components/admin/figures/figure-fields";
import { SPEAKER_KINDS } from "@/components/figures/labels";

const OUTLOOKS = { outcome: "What happened", target: "Plan, target or forecast" } as const;

/** What time the figure is about. */
export function TimeFields(part: FigurePart) {
  const { draft, change } = part;
  return (
    <div className="field-row">
      <DateField
        path="period"
        label="Period"
        required={false}
        span
        value={draft.period}
        onChange={(period) => change({ period })}
        error={errorAt(part, "period")}
        hint="Such as 2019, 2019-Q1 or 2014 – Feb 2019. Empty: not stated"
      />
      <DateField
        path="asOf"
        label="As of"
        required={false}
        value={draft.asOf}
        onChange={(asOf) => change({ asOf })}
        error={errorAt(part, "asOf")}
        hint="The moment it holds for, such as Feb 2019. Empty: not stated"
      />
    </div>
  );
}

/** Who says so, and whether it happened or is meant to. */
export function SpeakerFields(part: FigurePart) {
  const { draft, change, choices } = part;
  return (
    <div className="field-row">
      <TextField
        path="speaker"
        label="Who says so"
        required={false}
        value={draft.speaker}
        onChange={(speaker) => change({ speaker })}
        error={errorAt(part, "speaker")}
        hint="As the source names them. Empty: the source itself"
      />
      <ChoiceField
        path="speakerKind"
        label="Kind of speaker"
        value={speakerKindOf(draft, choices)}
        choices={SPEAKER_KINDS}
        onChange={(speakerKind) => change({ speakerKind })}
        error={errorAt(part, "speakerKind")}
      />
      <ChoiceField
        path="outlook"
        label="Outcome or target"
        value={draft.outlook}
        choices={OUTLOOKS}
        onChange={(outlook) => outlook !== null && change({ outlook })}
        error={errorAt(part, "outlook")}
      />
    </div>
  );
}

/** What is uncertain about it. */
export function NoteField(part: FigurePart) {
  const { draft, change } = part;
  return (
    <TextField
      path="note"
      label="Note"
      required={false}
      rows={2}
      value={draft.note}
      onChange={(note) => change({ note })}
      error={errorAt(part, "note")}
      hint="Why something is uncertain; readers see it on the figure’s page"
    />
  );
}
