"use client";

import { useMemo } from "react";
import { learn } from "@/components/admin/fields/known-records";
import { madeWith, topicMade } from "@/components/admin/figure-form/state/choices-with";
import type { FigureDraft, FigureRecord } from "@/components/admin/figure-form/state/figure-draft";
import type { FigurePart } from "@/components/admin/figure-form/state/figure-fields";
import { figureSpec, TOGETHER } from "@/components/admin/figure-form/state/figure-spec";
import { saidBy } from "@/components/admin/figure-form/state/metric-question";
import { useRecordForm } from "@/components/admin/record-form/state/use-record-form";
import type { FigureChoices } from "@/lib/figures/figure-choices";

/** The form of a figure, with what its parts are given. `name` is what the browser keeps it under. */
export function useFigureForm({
  name,
  start,
  choices,
  onSaved,
}: {
  readonly name: string;
  readonly start: FigureDraft;
  readonly choices: FigureChoices;
  /** Told what was saved from which draft; answers what the form goes on with. */
  readonly onSaved: (record: FigureRecord, from: FigureDraft) => FigureDraft;
}) {
  const spec = useMemo(() => figureSpec(choices), [choices]);
  const form = useRecordForm({
    spec,
    name,
    start,
    together: TOGETHER,
    onSaved: async (saved, from) => {
      const record = saved as FigureRecord;
      learn(madeWith(choices, from, record, await topicMade(from, record)));
      return onSaved(record, from);
    },
  });
  const draft = form.values;
  const said = useMemo(() => saidBy(draft), [draft]);
  const part: FigurePart = { draft, choices, said, change: form.fields.setValues as FigurePart["change"] };
  return { ...form, part };
}
