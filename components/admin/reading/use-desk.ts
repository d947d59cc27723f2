"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import { withMade } from "@/components/admin/figures/choices-with";
import { bodyOf, figureIssues } from "@/components/admin/figures/figure-body";
import type { FigureDraft, FigureRecord } from "@/components/admin/figures/figure-draft";
import {
  closed,
  type DeskState,
  decide,
  EMPTY_DESK,
  isDeskState,
  keptDrafts,
  nextOpen,
  type Recorded,
  reopen,
  withPublished,
} from "@/components/admin/reading/desk-state";
import { draftOf, mentionsIn } from "@/components/admin/reading/figure-of-candidate";
import { useKept } from "@/components/admin/saving/use-kept";
import { useSaving } from "@/components/admin/saving/use-saving";
import { readDateSpan } from "@/lib/figures/date-text";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { paths } from "@/lib/paths";
import type { UsedNouns } from "@/lib/reading/used-nouns";

/** The reading desk: what lies on it, kept in this browser, and what can be done with it. */
export function useDesk(known: FigureChoices, used: UsedNouns, personId: string) {
  const kept = useKept(`${personId}:reading-desk`, EMPTY_DESK, isDeskState);
  const { value: state, change, forget, attemptFor } = kept;
  const saving = useSaving();
  const [choices, setChoices] = useState(known);
  const [recorded, setRecorded] = useState<readonly Recorded[]>([]);
  const [said, setSaid] = useState("");

  const slug = typeof state.source === "string" ? state.source : null;
  const isRead = state.figures !== null;
  useEffect(() => {
    if (slug === null || !isRead) return;
    let isOver = false;
    void listRecorded(slug).then((found) => {
      if (!isOver) setRecorded(found);
    });
    return () => {
      isOver = true;
    };
  }, [slug, isRead]);

  const mentions = useMemo(() => mentionsIn(state.text, choices), [state.text, choices]);
  const figure = state.figures?.[state.chosen] ?? null;
  const draft = useMemo(() => {
    if (figure === null) return null;
    return state.edits[state.chosen] ?? draftOf(state, figure, { choices, used, mentions });
  }, [state, figure, choices, used, mentions]);

  const read = async () => {
    setSaid("");
    const source = choices.sources.find((one) => one.slug === state.source);
    const isNew = state.source !== null && typeof state.source === "object";
    const published = isNew ? state.source.published : (source?.published ?? null);
    const outcome = await saving.save({
      method: "POST",
      path: paths.api.read(),
      body: {
        text: state.text,
        language: languageOf(isNew ? state.source.language : (source?.language ?? null)),
        published: dateOf(published),
      },
    });
    if (outcome?.kind !== "saved") return false;
    const { candidates, paragraphs, sentences } = outcome.record as unknown as {
      readonly candidates: DeskState["figures"];
      readonly paragraphs: DeskState["paragraphs"];
      readonly sentences: DeskState["sentences"];
    };
    change((before) => ({
      ...before,
      figures: candidates,
      paragraphs,
      sentences,
      chosen: 0,
      decisions: {},
      edits: {},
      done: [],
    }));
    return true;
  };

  const choose = useCallback(
    (index: number) => {
      saving.showIssues([]);
      change((before) => ({ ...before, chosen: index }));
    },
    [change, saving.showIssues],
  );
  const edit = (changes: Partial<FigureDraft>) => {
    if (draft === null) return;
    for (const field of Object.keys(changes)) saving.clearIssue(field);
    change((before) => ({ ...before, edits: { ...before.edits, [before.chosen]: { ...draft, ...changes } } }));
  };

  const keep = async () => {
    if (draft === null || state.decisions[state.chosen]?.kind === "kept") return;
    const index = state.chosen;
    // A source that was made with an earlier figure is there now.
    const [citation] = draft.citations;
    const whole: FigureDraft =
      citation === undefined ? draft : { ...draft, citations: [{ ...citation, source: state.source }] };
    const problems = figureIssues(whole, choices, "published");
    saving.showIssues(problems);
    if (problems.length > 0) return;
    const body = { ...bodyOf(whole, choices), status: "draft" };
    const outcome = await saving.save({
      method: "POST",
      path: paths.api.records("figures"),
      body,
      attempt: attemptFor(body),
    });
    if (outcome?.kind !== "saved") return;
    const record = outcome.record as unknown as FigureRecord;
    setChoices((before) => withMade(before, whole, record));
    const made = record.citations[0]?.source;
    change((before) => ({
      ...decide(before, index, { kind: "kept", key: record.key, version: record.version, isPublished: false }),
      source: typeof before.source === "object" && made !== undefined ? made : before.source,
    }));
    setSaid("Kept as a draft.");
  };

  const dismiss = (reason: string) => {
    if (figure === null || state.decisions[state.chosen] !== undefined) return;
    saving.showIssues([]);
    change((before) => decide(before, before.chosen, { kind: "dismissed", reason }));
    setSaid(`Dismissed: ${reason.toLowerCase()}.`);
  };

  const undo = async () => {
    const index = state.done.at(-1);
    const decision = index === undefined ? undefined : state.decisions[index];
    if (index === undefined || decision === undefined) return;
    if (decision.kind === "kept") {
      const { key, version, isPublished } = decision;
      const why = { cause: isPublished ? "retracted" : null, reason: "Taken back on the reading desk" };
      const outcome = await saving.save({
        method: "DELETE",
        path: paths.api.record("figures", key),
        body: why,
        version,
      });
      if (outcome?.kind !== "saved") return;
    }
    change((before) => reopen(before, index));
    setSaid("Taken back.");
  };

  const publish = async () => {
    const items = keptDrafts(state);
    const body = { action: "publish", items };
    const outcome = await saving.save({ method: "POST", path: paths.api.bulk("figures"), body });
    if (outcome?.kind !== "saved") return;
    const records = outcome.record as unknown as readonly { readonly key: string; readonly version: number }[];
    change((before) => withPublished(before, records));
    setSaid(items.length === 1 ? "One figure is published." : `${items.length} figures are published.`);
  };

  const close = () => {
    const next = closed(state);
    forget(EMPTY_DESK);
    if (next.keepsText) change(next);
    setRecorded([]);
    setSaid("The desk is closed.");
  };

  const next = useCallback(
    () => change((before) => ({ ...before, chosen: nextOpen(before, before.chosen) })),
    [change],
  );

  return {
    state,
    change,
    saving,
    choices,
    used,
    recorded,
    said,
    figure,
    draft,
    read,
    choose,
    edit,
    keep,
    dismiss,
    undo,
    publish,
    close,
    next,
    restored: kept.restored,
  };
}

export type Desk = ReturnType<typeof useDesk>;

/** A date as the reader takes it; null for what is none. */
function dateOf(text: string | null): string | null {
  const day = readDateSpan(text ?? "");
  return day.ok && day.start !== null && /^\d{4}(?:-\d{2}){0,2}$/.test(day.start) ? day.start : null;
}

function languageOf(language: string | null): string | null {
  return language !== null && /^[a-z]{2}$/.test(language) ? language : null;
}

async function listRecorded(slug: string): Promise<readonly Recorded[]> {
  try {
    const response = await fetch(paths.api.recordedPhrases(slug));
    return response.ok ? ((await response.json()) as { readonly data: readonly Recorded[] }).data : [];
  } catch {
    return [];
  }
}
