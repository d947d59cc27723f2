"use client";

import { useRef, useState } from "react";
import { type Issue, issuesIn } from "@/components/admin/fields/error-summary";
import { useLookUp } from "@/components/admin/fields/known-records";
import type { Edited, RecordSpec, WantedStatus } from "@/components/admin/record-form/definitions/record-spec";
import { changesOf, differencesOf, mergedValues } from "@/components/admin/record-form/state/record-changes";
import type { Together } from "@/components/admin/saving/cured-errors";
import type { Outcome, SavedRecord } from "@/components/admin/saving/send";
import { usePersistedDraft } from "@/components/admin/saving/use-persisted-draft";
import { useSaving } from "@/components/admin/saving/use-saving";
import { paths } from "@/lib/paths";

/** What was saved last. */
export interface Saved {
  readonly record: SavedRecord;
  readonly warnings?: readonly Issue[];
}

/**
 * The form of one record: what stands in it, what is wrong with it, and saving it as new or as the next version. Who saves second is
 * told the differences and saves on top.
 */
export function useRecordForm<Values extends Edited>({
  spec,
  name,
  start,
  together,
  mayEdit = true,
  onSaved,
}: {
  readonly spec: RecordSpec<Values>;
  /** What the browser keeps the values under. */
  readonly name: string;
  readonly start: Values;
  readonly together?: Together;
  /** Whether the person may change it, and so may ask what it refers to. */
  readonly mayEdit?: boolean;
  /** Told what was saved from which values; answers what the form goes on with. */
  readonly onSaved: (record: SavedRecord, from: Values) => Values | Promise<Values>;
}) {
  const kept = usePersistedDraft({ name, initial: start, isValue: spec.isValues, ...(together ? { together } : {}) });
  const { form, forget } = kept;
  const { values, setValues } = form;
  const saving = useSaving(form.setErrors);
  const [saved, setSaved] = useState<Saved | null>(null);
  const asked = useRef<WantedStatus | null>(null);
  const { resource } = spec;
  useLookUp(mayEdit ? [values, saving.state.kind === "conflict" ? saving.state.current : null] : null);

  const send = async (edited: Values, status: WantedStatus | null, affectedFigures?: number) => {
    asked.current = status;
    setSaved(null);
    const { base, cause, reason } = edited;
    const changes = { ...changesOf(spec, edited), ...(status === null || status === base?.status ? {} : { status }) };
    const problems = Object.keys(changes).length === 0 ? [UNCHANGED] : spec.issuesOf(edited, status);
    saving.showIssues(problems);
    if (problems.length > 0) return;
    const why = {
      ...(cause ? { cause } : {}),
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
      ...(affectedFigures === undefined ? {} : { affectedFigures }),
    };
    const outcome = await saving.save(
      base === null
        ? { method: "POST", path: paths.api.records(resource), body: changes, attempt: kept.attemptFor(changes) }
        : {
            method: "PATCH",
            path: paths.api.record(resource, base.key),
            body: { ...changes, ...why },
            version: base.version,
          },
      (path) => spec.pathOf?.(edited, path) ?? path,
    );
    await finish(outcome, edited);
  };

  /** Goes on from what the server has now. */
  const finish = async (outcome: Outcome | null, edited: Values) => {
    if (outcome?.kind !== "saved") return;
    forget(await onSaved(outcome.record, edited));
    setSaved(outcome);
  };

  /** Saves on top of another person's version, taking the named fields from here. */
  const saveOnTop = (theirs: SavedRecord, mine: readonly string[]) => {
    const next = mergedValues(spec, values, theirs, mine);
    setValues(next);
    saving.reset();
    return send(next, asked.current);
  };

  return {
    /** The form as its fields see it. */
    fields: form,
    restored: kept.restored,
    forget,
    values,
    issues: issuesIn(form.errors),
    saving,
    saved,
    isBusy: saving.state.kind === "saving",
    save: (status: WantedStatus | null) => send(values, status),
    retry: () => send(values, asked.current),
    /** Saves though so many figures say something else by it. Asks for the reason first. */
    confirm: (affectedFigures: number) => {
      if (values.reason.trim() !== "") return send(values, asked.current, affectedFigures);
      saving.showIssues([{ path: "reason", code: "missing", message: "Say why; readers will see it" }]);
    },
    discard: () => forget(start),
    saveOnTop,
    finish: (outcome: Outcome | null) => finish(outcome, values),
    labelOf: spec.labelOf,
    differencesFrom: (theirs: SavedRecord) => differencesOf(spec, values, theirs),
  };
}

const UNCHANGED: Issue = {
  path: "",
  code: "unchanged",
  message: "Nothing has changed, so there is nothing to save",
};
