"use client";

import { useRef, useState } from "react";
import { fieldId } from "@/components/admin/fields/field-id";
import { learn, lookUpIssues, useKnownRecords, useLookUp } from "@/components/admin/fields/known-records";
import { madeWith, topicMade } from "@/components/admin/figures/choices-with";
import { type FigureStatus, figureIssues, formPath } from "@/components/admin/figures/figure-body";
import { FigureDesk } from "@/components/admin/figures/figure-desk";
import type { FigureRecord } from "@/components/admin/figures/figure-draft";
import { EMPTY_CITATION, EMPTY_FIGURE, EMPTY_METRIC, type FigureDraft } from "@/components/admin/figures/figure-draft";
import { metricIssues } from "@/components/admin/figures/metric-question";
import { previewFigure } from "@/components/admin/figures/preview-figure";
import { SaveButtons } from "@/components/admin/figures/save-buttons";
import { SavedNotice } from "@/components/admin/figures/saved-notice";
import { useFigureDraft } from "@/components/admin/figures/use-figure-draft";
import { useLikely } from "@/components/admin/figures/use-likely";
import { RestoredNotice } from "@/components/admin/saving/restored-notice";
import { useSaveKeys } from "@/components/admin/saving/use-save-keys";
import { useSessionChoice } from "@/components/admin/saving/use-session-choice";
import { LOCALE } from "@/components/layout/locale";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { wordedQuantity } from "@/lib/format/quantity";
import { paths } from "@/lib/paths";

/** What is asked of a save: the status, and whether to go on with the same source. */
interface Asked {
  readonly status: FigureStatus;
  readonly another: boolean;
}

/** What a new figure may begin with, by key. */
export interface GivenParts {
  readonly metric: string | null;
  readonly region: string | null;
  readonly source: string | null;
}

const NOTHING: GivenParts = { metric: null, region: null, source: null };

/** The form of a new figure, or of a new metric with its first figure. */
export function NewFigure({
  choices: sent,
  personId,
  withMetric,
  given = NOTHING,
}: {
  readonly choices: FigureChoices;
  readonly personId: string;
  readonly withMetric: boolean;
  /** What the address names already, by key. */
  readonly given?: GivenParts;
}) {
  const start = withMetric ? { ...EMPTY_FIGURE, metric: EMPTY_METRIC } : startFrom(given, sent);
  const choices = useKnownRecords(sent);
  const name = `${personId}:${withMetric ? "new-metric" : "new-figure"}`;
  const { draft, body, part, kept, saving } = useFigureDraft(name, start, choices);
  const [saved, setSaved] = useState<{ readonly record: FigureRecord; readonly text: string } | null>(null);
  const [publishes, setPublishes] = useSessionChoice("publish-at-once");
  const asked = useRef<Asked>({ status: "draft", another: false });
  useLookUp(draft);
  const likely = useLikely(draft, null);

  const save = async (next: Asked) => {
    asked.current = next;
    setSaved(null);
    const problems = [
      ...lookUpIssues(draft),
      ...figureIssues(draft, choices, next.status),
      ...metricIssues(draft, part.said, choices),
    ];
    saving.showIssues(problems);
    if (problems.length > 0) return;
    const whole = { ...body, status: next.status };
    const attempt = kept.attemptFor(whole);
    const outcome = await saving.save({ method: "POST", path: paths.api.records("figures"), body: whole, attempt });
    if (outcome?.kind === "invalid") {
      saving.showIssues(outcome.issues.map((issue) => ({ ...issue, path: formPath(draft, issue.path) })));
    }
    if (outcome?.kind !== "saved") return;
    const record = outcome.record as unknown as FigureRecord;
    const topic = await topicMade(draft, record);
    learn(madeWith(choices, draft, record, topic));
    kept.forget(next.another ? nextFrom(record) : EMPTY_FIGURE);
    setSaved({ record, text: savedText(draft, choices) });
    if (next.another) setTimeout(() => document.getElementById(fieldId("words"))?.focus());
  };

  useSaveKeys(() => void save({ status: publishes ? "published" : "draft", another: true }));

  return (
    <>
      <SavedNotice saved={saved?.record ?? null} text={saved?.text ?? ""} isGoingOn={asked.current.another} />
      <RestoredNotice shown={kept.restored} onDiscard={() => kept.forget(start)} />
      <FigureDesk part={part} likely={likely} state={saving.state} onRetry={() => void save(asked.current)}>
        <SaveButtons
          busy={saving.state.kind === "saving"}
          publishes={publishes}
          onPublishes={setPublishes}
          onSave={(status, another) => void save({ status, another })}
        />
      </FigureDesk>
    </>
  );
}

/** "Companies attracted, Guizhou: more than 9,500 companies." */
function savedText(draft: FigureDraft, choices: FigureChoices): string {
  const figure = previewFigure(draft, choices);
  if (figure === null) return "";
  return `${figure.metric.name}, ${figure.organisation?.name ?? figure.region.name}: ${wordedQuantity(figure, LOCALE)}.`;
}

/** An empty figure with the parts that are given, as far as there are such records. */
function startFrom({ metric, region, source }: GivenParts, choices: FigureChoices): FigureDraft {
  return {
    ...EMPTY_FIGURE,
    metric: choices.metrics.find(({ slug }) => slug === metric)?.slug ?? null,
    region: choices.regions.find(({ code }) => code === region)?.code ?? null,
    citations: [{ ...EMPTY_CITATION, source: choices.sources.find(({ slug }) => slug === source)?.slug ?? null }],
  };
}

/** The next figure of the same source: its source, place, metric, region and speaker stay. */
function nextFrom(record: FigureRecord): FigureDraft {
  const [first] = record.citations;
  return {
    ...EMPTY_FIGURE,
    metric: record.metric,
    region: record.region,
    speakerKind: record.speakerKind,
    citations: [{ ...EMPTY_CITATION, source: first?.source ?? null, locator: first?.locator ?? "" }],
  };
}
