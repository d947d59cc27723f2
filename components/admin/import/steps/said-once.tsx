"use client";

import { useMemo } from "react";
import { ChoiceField } from "@/components/admin/fields/choice-field";
import { accessTo, FormFields } from "@/components/admin/fields/form-fields";
import { useKnownRecords, useLookUp } from "@/components/admin/fields/known-records";
import { RecordCombobox } from "@/components/admin/fields/record-combobox";
import { TextField } from "@/components/admin/fields/text-field";
import { withValueAt } from "@/components/admin/fields/value-at";
import { SourceField } from "@/components/admin/figure-form/sections/source-field";
import { choiceLists } from "@/components/admin/figure-form/state/choice-lists";
import { EMPTY_SOURCE, type NewSource } from "@/components/admin/figure-form/state/figure-draft";
import type { Wizard } from "@/components/admin/import/state/use-wizard";
import { NoteField } from "@/components/admin/import/steps/note-field";
import { WORDINGS_SHOWN } from "@/components/ui/labels";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import type { FieldName } from "@/lib/importing/fields";
import { sourceSaid, withSource } from "@/lib/importing/look/file-source";
import type { TableLook } from "@/lib/importing/look/table-look";

/** What is the same for the whole file and stands in none of its columns, said once. */
export function SaidOnce({
  wizard,
  look,
  choices: sent,
}: {
  readonly wizard: Wizard;
  readonly look: TableLook;
  readonly choices: FigureChoices;
}) {
  const { decide, decisions } = wizard;
  const { constants } = decisions.recipe;
  const choices = useKnownRecords(sent);
  useLookUp({ metric: constants.metric, region: constants.region, source: constants.source });
  const lists = choiceLists(choices);
  const values = useMemo(() => ({ source: filled(sourceSaid(constants)) }), [constants]);
  const setAt = (path: string, value: unknown) =>
    decide(({ constants: before }) => {
      const next = withValueAt({ source: filled(sourceSaid(before)) }, path, value);
      return { constants: withSource(before, next.source as string | null | Record<string, unknown>) };
    });
  const say = (field: FieldName, text: string | null) =>
    decide(({ constants: { [field]: _, ...others } }) => ({
      constants: text === null || text === "" ? others : { ...others, [field]: text },
    }));
  const isAsked = (field: FieldName) => look.unsaid[field] !== undefined || constants[field] !== undefined;
  return (
    <section data-whole="" className="fields" aria-labelledby="import-once">
      <h2 id="import-once">The same for the whole file</h2>
      {isAsked("metric") ? (
        <RecordCombobox
          path="import.metric"
          label="Metric"
          hint="Of one that is new write its name: what it measures is asked in the next step"
          of="metrics"
          choices={lists.metrics}
          value={constants.metric ?? null}
          onChange={(key) => say("metric", key)}
          onAdd={(typed) => say("metric", typed.trim() || "New metric")}
        />
      ) : null}
      {isAsked("region") ? (
        <RecordCombobox
          path="import.region"
          label="Region"
          of="regions"
          choices={lists.regions}
          value={constants.region ?? null}
          onChange={(key) => say("region", key)}
        />
      ) : null}
      {isAsked("period") ? (
        <TextField
          path="import.period"
          label="Period"
          hint="Such as 2019, 2019-Q1 or March 2019"
          required={false}
          value={constants.period ?? ""}
          onChange={(text) => say("period", text)}
        />
      ) : null}
      {isAsked("source") || values.source !== null ? (
        <FormFields form={accessTo(values, {}, setAt)} choices={lists} known={choices.sources}>
          <SourceField path="source" begin={newSource} />
        </FormFields>
      ) : null}
      <div className="field-row">
        <ChoiceField
          path="import.wording"
          label="Wording of all numbers"
          hint="A word or sign in a cell (over, <, about) is read there"
          choices={WORDINGS}
          none="As each cell says; exactly where it says nothing"
          value={(constants.wording as keyof typeof WORDINGS | undefined) ?? null}
          onChange={(wording) => say("wording", wording)}
        />
        <TextField
          path="import.unit"
          label="Unit of all numbers"
          hint={look.units.length === 0 ? "Such as million yuan" : `The file says: ${look.units.join("; ")}`}
          required={false}
          value={constants.unit ?? ""}
          onChange={(text) => say("unit", text)}
        />
        <TextField
          path="import.locator"
          label="Place in the source"
          hint="Empty: the row and the column of each cell"
          required={false}
          value={constants.locator ?? ""}
          onChange={(text) => say("locator", text)}
        />
      </div>
      <NoteField above={look.above ?? ""} value={constants.note ?? ""} onSay={(text) => say("note", text)} />
    </section>
  );
}

/** A range has two numbers, which each cell says itself. */
const { between: _, ...WORDINGS } = WORDINGS_SHOWN;

/** A source as its fields show it: those that nobody filled in are empty. */
function filled(source: ReturnType<typeof sourceSaid>): string | null | NewSource {
  return source === null || typeof source === "string" ? source : { ...EMPTY_SOURCE, ...source };
}

/** A file of figures is mostly one of a statistics office. */
function newSource(typed: string): NewSource {
  const isAddress = /^(?:https?:\/\/|www\.|10\.\d{4})/i.test(typed);
  return { ...EMPTY_SOURCE, kind: "statistics", [isAddress ? "url" : "title"]: typed };
}
