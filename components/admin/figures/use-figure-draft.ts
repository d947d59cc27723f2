"use client";

import { useCallback, useMemo } from "react";
import { bodyOf } from "@/components/admin/figures/figure-body";
import { type FigureDraft, isFigureDraft } from "@/components/admin/figures/figure-draft";
import type { FigurePart } from "@/components/admin/figures/figure-fields";
import { withWords } from "@/components/admin/figures/fill-from-words";
import { saidBy } from "@/components/admin/figures/metric-question";
import { useKept } from "@/components/admin/saving/use-kept";
import { useSaving } from "@/components/admin/saving/use-saving";
import type { FigureChoices } from "@/lib/figures/figure-choices";

/** Fields whose messages go away together: what is wrong between them is cured at either. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  wording: ["value", "valueHigh", "qualifier"],
  value: ["valueHigh", "metric"],
  agreed: ["metric"],
  alternative: ["alternativeUnit"],
  alternativeUnit: ["alternative"],
};

/** The draft of a figure, kept in the browser under `name`, with what its form is given and what it sends. */
export function useFigureDraft(name: string, initial: FigureDraft, choices: FigureChoices) {
  const kept = useKept(name, initial, isFigureDraft);
  const saving = useSaving();
  const { value: draft, change: changeDraft } = kept;
  const { clearIssue, issues } = saving;

  const change = useCallback(
    (changes: Partial<FigureDraft>) => {
      for (const field of Object.keys(changes)) {
        if (field === "citations") continue;
        for (const path of [field, ...(TOGETHER[field] ?? [])]) clearIssue(path);
      }
      for (const [index, citation] of (changes.citations ?? []).entries()) {
        for (const field of Object.keys(citation) as (keyof typeof citation)[]) {
          if (citation[field] !== draft.citations[index]?.[field]) clearIssue(`citations.${index}.${field}`);
        }
      }
      changeDraft((before) => ({ ...before, ...changes }));
    },
    [changeDraft, clearIssue, draft.citations],
  );
  const changeWords = useCallback(
    (words: string) => {
      for (const path of ["value", "valueHigh", "citations.0.phrase", "metric"]) clearIssue(path);
      changeDraft((before) => withWords(before, words));
    },
    [changeDraft, clearIssue],
  );

  const body = useMemo(() => bodyOf(draft, choices), [draft, choices]);
  const said = useMemo(() => saidBy(draft), [draft]);
  const part: FigurePart = { draft, choices, issues, said, change, changeWords };
  return { draft, body, part, kept, saving };
}
