"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useMemo } from "react";
import { ErrorSummary } from "@/components/admin/fields/error-summary";
import { FormFields } from "@/components/admin/fields/form-fields";
import { useKnownRecords } from "@/components/admin/fields/known-records";
import { TextField } from "@/components/admin/fields/text-field";
import { choiceLists } from "@/components/admin/figures/choice-lists";
import { AffectedFigures } from "@/components/admin/forms/affected-figures";
import { ChartPreview } from "@/components/admin/forms/chart-preview";
import { DEFINITIONS } from "@/components/admin/forms/definitions";
import type { FormNoun } from "@/components/admin/forms/field";
import { FormConflict } from "@/components/admin/forms/form-conflict";
import type { FormChoices } from "@/components/admin/forms/form-part";
import { RecordFields } from "@/components/admin/forms/record-fields";
import { RecordSaved } from "@/components/admin/forms/record-saved";
import { newValues, type RecordValues, specOf, type WantedStatus } from "@/components/admin/forms/record-spec";
import { Retracting } from "@/components/admin/forms/retracting";
import { SaveRecord } from "@/components/admin/forms/save-record";
import { SourceSide } from "@/components/admin/forms/source-side";
import { useRecordForm } from "@/components/admin/forms/use-record-form";
import type { FormValues } from "@/components/admin/forms/values";
import { NOUN_WORDS } from "@/components/admin/noun-words";
import { holdPress } from "@/components/admin/saving/hold-press";
import { RestoredNotice } from "@/components/admin/saving/restored-notice";
import { SavingNotice } from "@/components/admin/saving/saving-notice";
import type { SavedRecord } from "@/components/admin/saving/send";
import { useSaveKeys } from "@/components/admin/saving/use-save-keys";
import type { DeskState } from "@/lib/figures/desk";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { paths } from "@/lib/paths";
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
  const router = useRouter();
  const known = useKnownRecords(sent);
  const choices = choiceLists(known);
  const spec = useMemo(() => specOf(noun, choices), [noun, choices]);
  const form = useRecordForm<RecordValues>({
    spec,
    name: `${personId}:${noun}:${record?.key ?? "new"}`,
    start: record === null ? newValues(noun, beginning) : spec.valuesOf(record),
    mayEdit,
    onSaved: (made) => {
      // The name and the status above the form come from the server.
      if (record !== null) router.refresh();
      return record === null ? newValues(noun, { ...beginning, ...placeAfter(made) }) : spec.valuesOf(made);
    },
  });
  const { values, saving, saved, isBusy } = form;
  const current = record === null ? null : (saved?.record ?? record);
  const definition = DEFINITIONS[noun];
  const state = stateOf(current);
  const isLocked = !mayEdit || state === "retracted";
  const save = (status: WantedStatus | null) => void form.save(status);
  const bySaveKeys = current === null && NOUN_WORDS[noun].hasDrafts ? "draft" : null;
  useSaveKeys(() => {
    if (!isLocked && !isBusy) save(bySaveKeys);
  });

  const side: ReactNode = sideOf(noun, values, choices, known.sources, current?.key ?? null);
  return (
    <>
      <RecordSaved noun={noun} saved={saved} isNew={current === null} />
      <RestoredNotice shown={form.restored && mayEdit} onDiscard={form.discard} />
      <div className={side === null ? "desk is-single" : "desk"}>
        <div className="fields">
          <form
            className="fields"
            noValidate
            autoComplete="off"
            onSubmit={(event) => event.preventDefault()}
            onPointerDown={holdPress}
          >
            <FormFields form={form.fields} choices={choices} known={known.sources} disabled={isLocked}>
              <RecordFields definition={definition} lockedField={current === null ? null : definition.keyField} />
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
                />
              )}
            </FormFields>
            <ErrorSummary issues={form.issues} labelOf={form.labelOf} />
            <SavingNotice state={saving.state} onRetry={() => void form.retry()} />
            <FormConflict form={form} />
            {saving.state.kind === "affects" ? (
              <AffectedFigures
                affected={saving.state.affected}
                now={measureOf(values.base)}
                then={measureOf(values)}
                busy={isBusy}
                onConfirm={(count) => void form.confirm(count)}
              />
            ) : null}
            {isLocked ? null : (
              <SaveRecord noun={noun} state={state} isNew={current === null} busy={isBusy} onSave={save} />
            )}
          </form>
          {current === null || !mayEdit ? null : state === "retracted" ? (
            <p className="notice warn">
              This {NOUN_WORDS[noun].one} is retracted: readers do not see it and forms do not offer it.{" "}
              <a href={paths.admin.historyOf(noun, current.key)}>Bring it back from its history</a>
            </p>
          ) : (
            <Retracting
              noun={noun}
              record={current}
              busy={isBusy}
              saving={saving}
              onDone={(outcome) => void form.finish(outcome)}
            />
          )}
        </div>
        {side}
      </div>
    </>
  );
}

/** Where the next record stands that is put in order by hand: behind this one. */
function placeAfter({ position }: SavedRecord) {
  return typeof position === "number" ? { position: position + 1 } : {};
}

/** What stands beside the fields. */
function sideOf(
  noun: FormNoun,
  values: FormValues,
  choices: FormChoices,
  known: readonly KnownSource[],
  ownKey: string | null,
) {
  if (noun === "charts") return <ChartPreview values={values} choices={choices} />;
  if (noun === "sources") return <SourceSide values={values} known={known} ownKey={ownKey} />;
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
