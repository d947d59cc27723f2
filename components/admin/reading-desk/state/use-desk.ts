"use client";

import { useCallback, useMemo, useState } from "react";
import { issuesIn } from "@/components/admin/fields/error-summary";
import {
  knownRecords,
  learn,
  lookUp,
  lookUpIssues,
  useKnownRecords,
  useLookUp,
} from "@/components/admin/fields/known-records";
import { useLate } from "@/components/admin/fields/use-late";
import { withValueAt } from "@/components/admin/fields/value-at";
import { madeWith, topicMade } from "@/components/admin/figure-form/state/choices-with";
import { bodyOf, figureIssues, sourceIssues } from "@/components/admin/figure-form/state/figure-body";
import {
  EMPTY_CITATION,
  EMPTY_FIGURE,
  type FigureDraft,
  type FigureRecord,
} from "@/components/admin/figure-form/state/figure-draft";
import { TOGETHER } from "@/components/admin/figure-form/state/figure-spec";
import { metricIssues } from "@/components/admin/figure-form/state/metric-question";
import { withAdded } from "@/components/admin/reading-desk/state/added-figure";
import {
  closed,
  type DeskDraft,
  type DeskSource,
  type DeskState,
  decide,
  dismissRest,
  draftsOf,
  EMPTY_DESK,
  isDeskState,
  nextOpen,
  reopen,
  type Span,
  standingsOf,
  withRead,
} from "@/components/admin/reading-desk/state/desk-state";
import {
  countedBy,
  draftOf,
  mentionsIn,
  withNamesDoubted,
} from "@/components/admin/reading-desk/state/figure-of-candidate";
import { looksLikeHtml, plainOfHtml } from "@/components/admin/reading-desk/state/plain-paste";
import { usePublish } from "@/components/admin/reading-desk/state/use-publish";
import { useRecorded } from "@/components/admin/reading-desk/state/use-recorded";
import { useRecordsInText } from "@/components/admin/reading-desk/state/use-records-in-text";
import { curedErrors } from "@/components/admin/saving/cured-errors";
import { usePersistedDraft } from "@/components/admin/saving/use-persisted-draft";
import { useSaving } from "@/components/admin/saving/use-saving";
import { readDateSpan } from "@/lib/dates/date-text";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { paths } from "@/lib/paths";

/** How long typing rests before the site is asked what a text tells of, and how much of it has its head, in characters. */
const REST_MS = 200;
const LONGEST_HEAD = 6000;

/** The reading desk: what lies on it, kept in this browser, and what can be done with it. */
export function useDesk(sent: FigureChoices, personId: string) {
  const kept = usePersistedDraft({
    name: `${personId}:reading-desk`,
    initial: EMPTY_DESK,
    isValue: isDeskState,
    isShared: true,
  });
  const { form, forget, attemptFor } = kept;
  const { values: state, setErrors } = form;
  const change = form.setValues as (next: DeskState | ((before: DeskState) => DeskState)) => void;
  const saving = useSaving(setErrors);
  const choices = useKnownRecords(sent);
  useLookUp([{ source: state.source }, state.edits]);
  // Of a text that is not read yet its head tells the source.
  const head = useLate(state.text.slice(0, LONGEST_HEAD), REST_MS);
  const records = useRecordsInText(state.figures === null ? head : state.text);
  const [said, setSaid] = useState("");
  const { recorded, look } = useRecorded(state, change);
  const { troubles, ...publishing } = usePublish(saving, change, look);
  // What is tried again after a save that failed.
  const [asked, setAsked] = useState<"keep" | "undo" | "publish">("keep");

  const standings = useMemo(() => standingsOf(state, recorded), [state, recorded]);
  const mentions = useMemo(() => mentionsIn(state.text, choices), [state.text, choices]);
  const figure = state.figures?.[state.chosen] ?? null;
  const counted = useMemo(() => (figure === null ? null : countedBy(figure)), [figure]);
  const draft = useMemo(() => {
    if (figure === null || !records.isAsked) return null;
    return state.edits[state.chosen] ?? draftOf(state, figure, { choices, mentions });
  }, [state, figure, choices, mentions, records.isAsked]);

  const read = async () => {
    setSaid("");
    const { source } = state;
    const problems = sourceIssues(source);
    saving.showIssues(problems);
    if (problems.length > 0) return;
    const isNew = source !== null && typeof source === "object";
    await lookUp({ source });
    const known = knownRecords(sent);
    const { language, published } = (isNew ? source : known.sources.find(({ slug }) => slug === source)) ?? {
      language: null,
      published: null,
    };
    const text = looksLikeHtml(state.text) ? plainOfHtml(state.text) : state.text;
    const body = { text, language: languageOf(language), published: dateOf(published) };
    const [outcome] = await Promise.all([
      saving.save({ method: "POST", path: paths.api.read(), body }),
      records.tell(text),
    ]);
    if (outcome?.kind !== "saved") return;
    const reading = outcome.record as unknown as Parameters<typeof withRead>[2];
    const candidates = withNamesDoubted(text, reading.candidates, mentionsIn(text, knownRecords(sent)));
    change((before) => withRead(before, text, { ...reading, candidates }));
  };

  const choose = useCallback(
    (index: number) => {
      saving.showIssues([]);
      change((before) => ({ ...before, chosen: index }));
    },
    [change, saving.showIssues],
  );
  /** Changes the draft of the chosen figure. */
  const edit = (update: (before: FigureDraft) => FigureDraft) => {
    if (draft === null) return;
    setErrors((errors) => curedErrors(errors, draft, update(draft), TOGETHER));
    change((before) => {
      const edited = update(before.edits[before.chosen] ?? draft);
      return { ...before, edits: { ...before.edits, [before.chosen]: edited } };
    });
  };
  /** Adds words of the article as a figure; null for words that are not in it. */
  const addFigure = (words: Span | null) => {
    const added = withAdded(state, words ?? { start: 0, end: 0 });
    publishing.forgetTroubles();
    saving.showIssues([]);
    if (added.ok) change(added.state);
    else if (added.chosen !== null) choose(added.chosen);
    setSaid(added.ok ? "Added: check what was read." : added.message);
  };
  /** Changes the source of the article, at its path in a figure. */
  const editSource = (path: string, value: unknown) => {
    const changed = (source: DeskSource) => withValueAt(figureOf(source), path, value);
    setErrors((errors) => curedErrors(errors, figureOf(state.source), changed(state.source), TOGETHER));
    change((before) => ({ ...before, source: changed(before.source).citations[0]?.source ?? null }));
  };

  const keep = async () => {
    if (draft === null || state.decisions[state.chosen] !== undefined) return;
    setAsked("keep");
    const index = state.chosen;
    const whole = withSource(draft, state.source);
    const problems = [
      ...lookUpIssues(whole),
      ...figureIssues(whole, choices, "published"),
      ...metricIssues(whole, counted, choices),
    ];
    saving.showIssues(problems);
    if (problems.length > 0) return;
    const body = { ...bodyOf(whole, choices), status: "draft" };
    const attempt = attemptFor({ body, takenBack: state.takenBack });
    const outcome = await saving.save({ method: "POST", path: paths.api.records("figures"), body, attempt });
    if (outcome?.kind !== "saved") return;
    const record = outcome.record as unknown as FigureRecord;
    const { key, version, metric, region, organisation } = record;
    const source = record.citations[0]?.source ?? state.source;
    const topic = await topicMade(whole, record);
    learn(madeWith(choices, whole, record, topic));
    change((before) => {
      // What was made with this figure is on record now: kept again after being taken back, it must not be made twice.
      const edits = { ...before.edits, [index]: { ...whole, metric, region, organisation } };
      const decision = { kind: "kept", key, version, isPublished: false } as const;
      return decide({ ...before, edits, source }, index, decision, recorded);
    });
    setSaid("Kept as a draft.");
  };

  const dismiss = (reason: string) => {
    if (figure === null || state.decisions[state.chosen] !== undefined) return;
    saving.showIssues([]);
    change((before) => decide(before, before.chosen, { kind: "dismissed", reason }, recorded));
    setSaid(`Dismissed: ${reason.toLowerCase()}.`);
  };

  const dismissOpen = (reason: string) => {
    saving.showIssues([]);
    change((before) => dismissRest(before, reason, recorded));
    setSaid(`The rest is dismissed: ${reason.toLowerCase()}. Undo takes back one after another.`);
  };

  const undo = async () => {
    const index = state.done.at(-1);
    const decision = index === undefined ? undefined : state.decisions[index];
    if (index === undefined || decision === undefined) return;
    setAsked("undo");
    saving.showIssues([]);
    if (decision.kind === "kept") {
      const { key, version, isPublished } = decision;
      const body = { cause: isPublished ? "retracted" : null, reason: "Taken back on the reading desk" };
      const outcome = await saving.save({ method: "DELETE", path: paths.api.record("figures", key), body, version });
      if (outcome?.kind === "conflict") {
        saving.reset();
        choose(index);
        setSaid("Not taken back: the draft was changed since it was kept. Look at it, then undo again.");
      }
      if (outcome?.kind !== "saved") return look();
    }
    change((before) => reopen(before, index));
    setSaid("Taken back.");
    if (decision.kind === "kept") await look();
  };

  const drafts = useMemo(() => draftsOf(standings), [standings]);
  const publish = async (meant: readonly DeskDraft[] = drafts) => {
    setAsked("publish");
    setSaid(await publishing.publish(meant));
  };

  const close = () => {
    const next = closed(state);
    forget(EMPTY_DESK);
    if (next.keepsText) change(next);
    publishing.forgetTroubles();
    setSaid("The desk is closed.");
  };

  const next = () => {
    saving.showIssues([]);
    change((before) => ({ ...before, chosen: nextOpen(standingsOf(before, recorded), before.chosen) }));
  };

  return {
    state,
    form,
    change,
    saving,
    issues: issuesIn(form.errors),
    choices,
    isHeadAsked: records.isAsked && head === state.text.slice(0, LONGEST_HEAD),
    isWithoutRecords: records.isFailed,
    mentions,
    standings,
    troubles,
    said,
    drafts,
    figure,
    draft,
    counted,
    editSource,
    read,
    choose,
    edit,
    addFigure,
    keep,
    dismiss,
    dismissOpen,
    undo,
    publish,
    retry: () => void { keep, undo, publish }[asked](),
    close,
    next,
    isRefused: kept.isRefused,
  };
}

export type Desk = ReturnType<typeof useDesk>;

/** A figure of which only the source is known. */
export function figureOf(source: DeskSource): FigureDraft {
  return withSource(EMPTY_FIGURE, source);
}

/** A source that was made with an earlier figure is there now. */
function withSource(draft: FigureDraft, source: DeskSource): FigureDraft {
  const [first = EMPTY_CITATION] = draft.citations;
  return { ...draft, citations: [{ ...first, source }] };
}

/** A date as the reader takes it; null for what is none. */
function dateOf(text: string | null): string | null {
  const day = readDateSpan(text ?? "");
  return day.ok && day.start !== null && /^\d{4}(?:-\d{2}){0,2}$/.test(day.start) ? day.start : null;
}

function languageOf(language: string | null): string | null {
  return language !== null && /^[a-z]{2}$/.test(language) ? language : null;
}
