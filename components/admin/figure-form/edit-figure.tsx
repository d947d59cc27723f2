"use client";

import { useState } from "react";
import { useKnownRecords } from "@/components/admin/fields/known-records";
import { ChangeReasonFields } from "@/components/admin/figure-form/change-reason";
import { EditHead } from "@/components/admin/figure-form/edit-head";
import { FigureFormLayout } from "@/components/admin/figure-form/figure-form-layout";
import type { FigureRecord } from "@/components/admin/figure-form/state/figure-draft";
import { draftOf } from "@/components/admin/figure-form/state/figure-record";
import { useFigureForm } from "@/components/admin/figure-form/state/use-figure-form";
import { FormConflict } from "@/components/admin/record-form/form-conflict";
import { RecordSaved } from "@/components/admin/record-form/record-saved";
import { Retracting } from "@/components/admin/record-form/retracting";
import { SaveRecord } from "@/components/admin/record-form/save-record";
import { RestoredNotice } from "@/components/admin/saving/restored-notice";
import type { Outcome } from "@/components/admin/saving/send";
import { useSaveKeys } from "@/components/admin/saving/use-save-keys";
import type { FigureChoices } from "@/lib/figures/figure-choices";

/** The form of a figure that exists. Who saves second is shown both versions and chooses field by field. */
export function EditFigure({
  record,
  choices: sent,
  personId,
}: {
  readonly record: FigureRecord;
  readonly choices: FigureChoices;
  readonly personId: string;
}) {
  const choices = useKnownRecords(sent);
  const [newest, setNewest] = useState(record);
  const form = useFigureForm({
    name: `${personId}:figure:${record.key}`,
    start: draftOf(record),
    choices,
    onSaved: (next) => {
      setNewest(next);
      return draftOf(next);
    },
  });
  const { saving, saved, isBusy } = form;
  const base = form.values.base ?? record;
  const leave = (outcome: Outcome | null) => {
    if (outcome?.kind !== "saved") return;
    form.forget(draftOf(outcome.record as FigureRecord));
    location.reload();
  };

  useSaveKeys(() => void form.save(null));

  return (
    <>
      <EditHead record={newest} />
      <RecordSaved resource="figures" saved={saved} text={`Version ${saved?.record.version ?? ""}.`} isNew={false} />
      <RestoredNotice shown={form.restored} onDiscard={form.discard} />
      <FigureFormLayout
        form={form}
        ownKey={record.key}
        more={base.status === "published" ? <ChangeReasonFields /> : null}
      >
        {saving.state.kind === "conflict" ? (
          <FormConflict form={form} />
        ) : (
          <SaveRecord
            resource="figures"
            state={base.status}
            isNew={false}
            busy={isBusy}
            onSave={(status) => void form.save(status)}
          />
        )}
        <Retracting resource="figures" record={base} busy={isBusy} saving={saving} onDone={leave} />
      </FigureFormLayout>
    </>
  );
}
