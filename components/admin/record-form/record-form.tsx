"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useMemo } from "react";
import { ErrorSummary } from "@/components/admin/fields/error-summary";
import { FormFields } from "@/components/admin/fields/form-fields";
import { useKnownRecords } from "@/components/admin/fields/known-records";
import { TextField } from "@/components/admin/fields/text-field";
import { choiceLists } from "@/components/admin/figure-form/state/choice-lists";
import { AffectedFigures } from "@/components/admin/record-form/affected-figures";
import { ChartPreview } from "@/components/admin/record-form/controls/chart-preview";
import { SourceSide } from "@/components/admin/record-form/controls/source-side";
import { DEFINITIONS } from "@/components/admin/record-form/definitions/definitions";
import type { FormResource } from "@/components/admin/record-form/definitions/field";
import {
  newValues,
  type RecordValues,
  specOf,
  type WantedStatus,
} from "@/components/admin/record-form/definitions/record-spec";
import { FormConflict } from "@/components/admin/record-form/form-conflict";
import { RecordFields } from "@/components/admin/record-form/record-fields";
import { RecordSaved } from "@/components/admin/record-form/record-saved";
import { Retracting } from "@/components/admin/record-form/retracting";
import { SaveRecord } from "@/components/admin/record-form/save-record";
import type { FormChoices } from "@/components/admin/record-form/state/form-part";
import { useRecordForm } from "@/components/admin/record-form/state/use-record-form";
import type { FormValues } from "@/components/admin/record-form/state/values";
import { RESOURCE_WORDS } from "@/components/admin/resource-words";
import { holdPress } from "@/components/admin/saving/hold-press";
import { RestoredNotice } from "@/components/admin/saving/restored-notice";
import { SavingNotice } from "@/components/admin/saving/saving-notice";
import type { SavedRecord } from "@/components/admin/saving/send";
import { useSaveKeys } from "@/components/admin/saving/use-save-keys";
import type { RecordState } from "@/lib/figures/admin-records";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { paths } from "@/lib/paths";
import type { KnownSource } from "@/lib/reading/article/source-address";

/** Resources whose names and units are read beside published numbers. */
const MEANING_RESOURCES: readonly FormResource[] = ["metrics", "regions", "organisations", "sources"];
const NOTHING: Readonly<Record<string, unknown>> = {};

/** The form of any resource but figures, for a new record (null) or for the next version of one. */
export function RecordForm({
  resource,
  record,
  choices: sent,
  personId,
  mayEdit,
  beginning = NOTHING,
}: {
  readonly resource: FormResource;
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
  const spec = useMemo(() => specOf(resource, choices), [resource, choices]);
  const form = useRecordForm<RecordValues>({
    spec,
    name: `${personId}:${resource}:${record?.key ?? "new"}`,
    start: record === null ? newValues(resource, beginning) : spec.valuesOf(record),
    mayEdit,
    onSaved: (made) => {
      // The name and the status above the form come from the server.
      if (record !== null) router.refresh();
      return record === null ? newValues(resource, { ...beginning, ...placeAfter(made) }) : spec.valuesOf(made);
    },
  });
  const { values, saving, saved, isBusy } = form;
  const current = record === null ? null : (saved?.record ?? record);
  const definition = DEFINITIONS[resource];
  const state = stateOf(current);
  const isLocked = !mayEdit || state === "retracted";
  const save = (status: WantedStatus | null) => void form.save(status);
  const bySaveKeys = current === null && RESOURCE_WORDS[resource].hasDrafts ? "draft" : null;
  useSaveKeys(() => {
    if (!isLocked && !isBusy) save(bySaveKeys);
  });

  const side: ReactNode = sideOf(resource, values, choices, known.sources, current?.key ?? null);
  return (
    <>
      <RecordSaved resource={resource} saved={saved} isNew={current === null} />
      <RestoredNotice shown={form.restored && mayEdit} onDiscard={form.discard} />
      <div className={side === null ? "form-columns is-single" : "form-columns"}>
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
                    MEANING_RESOURCES.includes(resource)
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
              <SaveRecord resource={resource} state={state} isNew={current === null} busy={isBusy} onSave={save} />
            )}
          </form>
          {current === null || !mayEdit ? null : state === "retracted" ? (
            <p className="notice warn">
              This {RESOURCE_WORDS[resource].one} is retracted: readers do not see it and forms do not offer it.{" "}
              <a href={paths.admin.historyOf(resource, current.key)}>Bring it back from its history</a>
            </p>
          ) : (
            <Retracting
              resource={resource}
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
  resource: FormResource,
  values: FormValues,
  choices: FormChoices,
  known: readonly KnownSource[],
  ownKey: string | null,
) {
  if (resource === "charts") return <ChartPreview values={values} choices={choices} />;
  if (resource === "sources") return <SourceSide values={values} known={known} ownKey={ownKey} />;
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
function stateOf(record: SavedRecord | null): RecordState | null {
  if (record === null) return null;
  if (record.status === "draft" || record.status === "published" || record.status === "retracted") return record.status;
  return record.retracted === true ? "retracted" : "published";
}
