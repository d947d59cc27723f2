"use client";

import { useRef, useState } from "react";
import { learn, lookUpIssues, useKnownRecords, useLookUp } from "@/components/admin/fields/known-records";
import { ChangeReason } from "@/components/admin/figures/change-reason";
import { madeWith, topicMade } from "@/components/admin/figures/choices-with";
import { EditButtons } from "@/components/admin/figures/edit-buttons";
import { EditHead } from "@/components/admin/figures/edit-head";
import { type FigureStatus, figureIssues, formPath } from "@/components/admin/figures/figure-body";
import { changedFields, differencesOf, mergedDraft, reasonIssues } from "@/components/admin/figures/figure-change";
import { FigureDesk } from "@/components/admin/figures/figure-desk";
import type { FigureDraft, FigureRecord } from "@/components/admin/figures/figure-draft";
import { errorAt } from "@/components/admin/figures/figure-fields";
import { draftOf } from "@/components/admin/figures/figure-record";
import { metricIssues, saidBy } from "@/components/admin/figures/metric-question";
import { RetractFigure } from "@/components/admin/figures/retract-figure";
import { SavedNotice } from "@/components/admin/figures/saved-notice";
import { useFigureDraft } from "@/components/admin/figures/use-figure-draft";
import { useLikely } from "@/components/admin/figures/use-likely";
import { ConflictView } from "@/components/admin/saving/conflict-view";
import { RestoredNotice } from "@/components/admin/saving/restored-notice";
import { useSaveKeys } from "@/components/admin/saving/use-save-keys";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { paths } from "@/lib/paths";

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
  const name = `${personId}:figure:${record.key}`;
  const { draft, part, kept, saving } = useFigureDraft(name, draftOf(record), choices);
  const [saved, setSaved] = useState<FigureRecord | null>(null);
  const [newest, setNewest] = useState(record);
  const base = draft.base ?? record;
  const statusAsked = useRef<FigureStatus>(base.status === "published" ? "published" : "draft");
  useLookUp([draft, saving.state.kind === "conflict" ? saving.state.current : null]);
  const likely = useLikely(draft, record.key);
  const path = paths.api.record("figures", record.key);
  const busy = saving.state.kind === "saving";

  const finish = async (next: FigureRecord, from: FigureDraft) => {
    const topic = await topicMade(from, next);
    learn(madeWith(choices, from, next, topic));
    kept.forget(draftOf(next));
    setSaved(next);
    setNewest(next);
  };

  const save = async (from: FigureDraft, status: FigureStatus) => {
    statusAsked.current = status;
    setSaved(null);
    const start = from.base ?? record;
    const changes = changedFields(from, choices);
    const isPublishing = status !== start.status;
    if (Object.keys(changes).length === 0 && !isPublishing) {
      saving.showIssues([{ path: "", code: "unchanged", message: "Nothing has changed, so there is nothing to save" }]);
      return;
    }
    const problems = [
      ...lookUpIssues(from),
      ...figureIssues(from, choices, status),
      ...metricIssues(from, saidBy(from), choices),
      ...reasonIssues(from),
    ];
    saving.showIssues(problems);
    if (problems.length > 0) return;
    const why = start.status === "published" ? { cause: from.cause, reason: from.reason.trim() } : {};
    const body = { ...changes, ...why, ...(isPublishing ? { status } : {}) };
    const outcome = await saving.save({ method: "PATCH", path, body, version: start.version });
    if (outcome?.kind === "invalid") {
      saving.showIssues(outcome.issues.map((issue) => ({ ...issue, path: formPath(from, issue.path) })));
    }
    if (outcome?.kind === "saved") await finish(outcome.record as unknown as FigureRecord, from);
  };

  const retract = async (reason: string, replacedBy: string | null) => {
    const body = { cause: "retracted", reason, replacedBy };
    const outcome = await saving.save({ method: "DELETE", path, body, version: base.version });
    if (outcome?.kind !== "saved") return;
    kept.forget(draftOf(outcome.record as unknown as FigureRecord));
    location.reload();
  };

  const saveOnTop = (current: FigureRecord, fields: readonly string[]) => {
    const merged = mergedDraft(draft, current, fields);
    kept.change(merged);
    saving.reset();
    void save(merged, statusAsked.current);
  };

  useSaveKeys(() => void save(draft, base.status === "published" ? "published" : "draft"));
  const { state } = saving;

  return (
    <>
      <EditHead record={newest} />
      <SavedNotice saved={saved} text={`Version ${saved?.version ?? ""}.`} />
      <RestoredNotice shown={kept.restored} onDiscard={() => kept.forget(draftOf(record))} />
      <FigureDesk
        part={part}
        likely={likely}
        state={state}
        onRetry={() => void save(draft, statusAsked.current)}
        more={<ChangeReason {...part} />}
      >
        {state.kind === "conflict" ? (
          <ConflictView
            differences={differencesOf(draft, state.current as unknown as FigureRecord, choices)}
            busy={busy}
            onSave={(fields) => saveOnTop(state.current as unknown as FigureRecord, fields)}
          />
        ) : (
          <EditButtons status={base.status} busy={busy} onSave={(status) => void save(draft, status)} />
        )}
        <RetractFigure
          busy={busy}
          insteadError={errorAt(part, "replacedBy")}
          onRetract={(reason, replacedBy) => void retract(reason, replacedBy)}
        />
      </FigureDesk>
    </>
  );
}
