"use client";

import { useState } from "react";
import { ChangeReason } from "@/components/admin/figures/change-reason";
import { topicMade, withMade } from "@/components/admin/figures/choices-with";
import { EditButtons } from "@/components/admin/figures/edit-buttons";
import { EditHead } from "@/components/admin/figures/edit-head";
import { FigureDesk } from "@/components/admin/figures/figure-desk";
import type { FigureRecord } from "@/components/admin/figures/figure-draft";
import { draftOf } from "@/components/admin/figures/figure-record";
import { RetractFigure } from "@/components/admin/figures/retract-figure";
import { SavedNotice } from "@/components/admin/figures/saved-notice";
import { useFigureForm } from "@/components/admin/figures/use-figure-form";
import { FormConflict } from "@/components/admin/forms/form-conflict";
import { RestoredNotice } from "@/components/admin/saving/restored-notice";
import { useSaveKeys } from "@/components/admin/saving/use-save-keys";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { paths } from "@/lib/paths";

/** The form of a figure that exists. Who saves second is shown both versions and chooses field by field. */
export function EditFigure({
  record,
  choices: known,
  personId,
}: {
  readonly record: FigureRecord;
  readonly choices: FigureChoices;
  readonly personId: string;
}) {
  const [choices, setChoices] = useState(known);
  const [newest, setNewest] = useState(record);
  const form = useFigureForm({
    name: `${personId}:figure:${record.key}`,
    start: draftOf(record),
    choices,
    onSaved: async (next, from) => {
      const topic = await topicMade(from, next);
      setChoices((before) => withMade(before, from, next, topic));
      setNewest(next);
      return draftOf(next);
    },
  });
  const { saving, saved, isBusy } = form;
  const base = form.values.base ?? record;

  const retract = async (reason: string, replacedBy: string | null) => {
    const body = { cause: "retracted", reason, replacedBy };
    const path = paths.api.record("figures", record.key);
    const outcome = await saving.save({ method: "DELETE", path, body, version: base.version });
    if (outcome?.kind !== "saved") return;
    form.forget(draftOf(outcome.record as FigureRecord));
    location.reload();
  };

  useSaveKeys(() => void form.save(base.status === "published" ? "published" : "draft"));

  return (
    <>
      <EditHead record={newest} />
      <SavedNotice record={saved?.record ?? null} text={`Version ${saved?.record.version ?? ""}.`} />
      <RestoredNotice shown={form.restored} onDiscard={form.discard} />
      <FigureDesk form={form} ownKey={record.key} more={base.status === "published" ? <ChangeReason /> : null}>
        {saving.state.kind === "conflict" ? (
          <FormConflict form={form} />
        ) : (
          <EditButtons status={base.status} busy={isBusy} onSave={(status) => void form.save(status)} />
        )}
        <RetractFigure busy={isBusy} onRetract={(reason, replacedBy) => void retract(reason, replacedBy)} />
      </FigureDesk>
    </>
  );
}
