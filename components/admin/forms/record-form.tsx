"use client";

import type { ReactNode } from "react";
import { ErrorSummary, messageAt } from "@/components/admin/fields/error-summary";
import { useKnownRecords, useLookUp } from "@/components/admin/fields/known-records";
import { TextField } from "@/components/admin/fields/text-field";
import { choiceLists } from "@/components/admin/figures/choice-lists";
import { AffectedFigures } from "@/components/admin/forms/affected-figures";
import { ChartPreview } from "@/components/admin/forms/chart-preview";
import { type FormNoun, fieldsOf } from "@/components/admin/forms/field";
import { FieldControl } from "@/components/admin/forms/field-control";
import { FormConflict } from "@/components/admin/forms/form-conflict";
import type { FormChoices } from "@/components/admin/forms/form-part";
import { RecordSaved } from "@/components/admin/forms/record-saved";
import { Retracting } from "@/components/admin/forms/retracting";
import { SaveRecord } from "@/components/admin/forms/save-record";
import { SourceSide } from "@/components/admin/forms/source-side";
import { useRecordForm } from "@/components/admin/forms/use-record-form";
import { NOUN_WORDS } from "@/components/admin/noun-words";
import { holdPress } from "@/components/admin/saving/hold-press";
import { RestoredNotice } from "@/components/admin/saving/restored-notice";
import { SavingNotice } from "@/components/admin/saving/saving-notice";
import type { SavedRecord } from "@/components/admin/saving/send";
import { useSaveKeys } from "@/components/admin/saving/use-save-keys";
import type { DeskState } from "@/lib/figures/desk";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import type { KnownSource } from "@/lib/reading/source-address";

/** Nouns whose names and units are read beside published numbers. */
const MEANING_NOUNS: readonly FormNoun[] = ["metrics", "regions", "organisations", "sources"];
const NOTHING: Readonly<Record<string, unknown>> = {};

/** The form of any noun but figures, for a new record (null) or for the next version of one. */
export function RecordForm({
  noun,
  record,
  choices: sent,
  personId,
  mayEdit,
  beginning = NOTHING,
}: {
  readonly noun: FormNoun;
  readonly record: SavedRecord | null;
  readonly choices: FigureChoices;
  readonly personId: string;
  readonly mayEdit: boolean;
  /** What a new record begins with beyond what its definition says. */
  readonly beginning?: Readonly<Record<string, unknown>>;
}) {
  const known = useKnownRecords(sent);
  const choices = choiceLists(known);
  const form = useRecordForm({ noun, record, personId, mayEdit, known: known.sources, beginning });
  const { definition, current, edited, kept, saving, saved } = form;
  const state = stateOf(current);
  const isLocked = !mayEdit || state === "retracted";
  const busy = saving.state.kind === "saving";
  const save = (status: "draft" | "published" | null) => void form.save(status);
  const bySaveKeys = current === null && NOUN_WORDS[noun].hasDrafts ? "draft" : null;
  useSaveKeys(() => {
    if (!isLocked && !busy) save(bySaveKeys);
  });

  useLookUp(mayEdit ? [edited.values, saving.state.kind === "conflict" ? saving.state.current : null] : null);
  const side = sideOf(noun, form, choices, known.sources);
  return (
    <>
      <RecordSaved noun={noun} saved={saved} isNew={current === null} />
      <RestoredNotice shown={kept.restored && mayEdit} onDiscard={form.discard} />
      <div className={side === null ? "desk is-single" : "desk"}>
        <div className="fields">
          <form
            className="fields"
            noValidate
            autoComplete="off"
            onSubmit={(event) => event.preventDefault()}
            onPointerDown={holdPress}
          >
            {definition.parts.map((part) => (
              <div className="fields" key={part.heading ?? ""}>
                {part.heading === null ? null : <h2 className="field-part">{part.heading}</h2>}
                {part.rows.map((row) => (
                  <div className="field-row" key={row[0]?.name}>
                    {row.map((field) => (
                      <FieldControl
                        key={field.name}
                        field={field}
                        value={edited.values[field.name] ?? null}
                        onChange={(value) => form.setValue(field.name, value)}
                        choices={choices}
                        issues={saving.issues}
                        disabled={isLocked || (field.name === definition.keyField && current !== null)}
                      />
                    ))}
                  </div>
                ))}
              </div>
            ))}
            {current === null || isLocked ? null : (
              <TextField
                path="reason"
                label="Why"
                required={false}
                hint={
                  MEANING_NOUNS.includes(noun)
                    ? "Readers see it where figures say something else by the change"
                    : "Stands in the history, for those who ask later"
                }
                value={edited.reason}
                onChange={form.setReason}
                error={messageAt(saving.issues, "reason")}
              />
            )}
            <ErrorSummary
              issues={saving.issues}
              labelOf={(path) => fieldsOf(definition).find(({ name }) => name === path.split(".")[0])?.label ?? null}
            />
            <SavingNotice state={saving.state} onRetry={() => void form.retry()} />
            <FormConflict form={form} choices={choices} />
            {saving.state.kind === "affects" ? (
              <AffectedFigures
                affected={saving.state.affected}
                now={measureOf(current)}
                then={measureOf(edited.values)}
                busy={busy}
                onConfirm={(count) => void form.confirm(count)}
              />
            ) : null}
            {isLocked ? null : (
              <SaveRecord noun={noun} state={state} isNew={current === null} busy={busy} onSave={save} />
            )}
          </form>
          {current === null || !mayEdit ? null : (
            <Retracting noun={noun} record={current} state={state} busy={busy} saving={saving} onDone={form.finish} />
          )}
        </div>
        {side}
      </div>
    </>
  );
}

type Form = ReturnType<typeof useRecordForm>;

/** What stands beside the fields. */
function sideOf(noun: FormNoun, form: Form, choices: FormChoices, known: readonly KnownSource[]): ReactNode {
  const { values } = form.edited;
  if (noun === "charts") return <ChartPreview values={values} choices={choices} />;
  if (noun === "sources") return <SourceSide values={values} known={known} ownKey={form.current?.key ?? null} />;
  return null;
}

/** The measure of a metric, as it stands in a record or a form; null where it is none. */
function measureOf(fields: Readonly<Record<string, unknown>> | null) {
  if (typeof fields?.unit !== "string") return null;
  const { unit, counted, kind } = fields;
  return {
    unit: kind === "share" ? "percent" : unit,
    counted: typeof counted === "string" && counted ? counted : null,
  };
}

/** Where a record stands; null for a new one. */
function stateOf(record: SavedRecord | null): DeskState | null {
  if (record === null) return null;
  if (record.status === "draft" || record.status === "published" || record.status === "retracted") return record.status;
  return record.retracted === true ? "retracted" : "published";
}
