"use client";

import { useRef, useState } from "react";
import { fieldId } from "@/components/admin/fields/field-id";
import { useKnownRecords } from "@/components/admin/fields/known-records";
import { FigureFormLayout } from "@/components/admin/figure-form/figure-form-layout";
import { SaveButtons } from "@/components/admin/figure-form/save-buttons";
import type { FigureRecord } from "@/components/admin/figure-form/state/figure-draft";
import {
  EMPTY_CITATION,
  EMPTY_FIGURE,
  EMPTY_METRIC,
  type FigureDraft,
} from "@/components/admin/figure-form/state/figure-draft";
import { previewFigure } from "@/components/admin/figure-form/state/preview-figure";
import { useFigureForm } from "@/components/admin/figure-form/state/use-figure-form";
import type { WantedStatus } from "@/components/admin/record-form/definitions/record-spec";
import { RecordSaved } from "@/components/admin/record-form/record-saved";
import { RestoredNotice } from "@/components/admin/saving/restored-notice";
import { useSaveKeys } from "@/components/admin/saving/use-save-keys";
import { useSessionChoice } from "@/components/admin/saving/use-session-choice";
import { LOCALE } from "@/components/ui/locale";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { wordedQuantity } from "@/lib/format/quantity";

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
  const choices = useKnownRecords(sent);
  const [publishes, setPublishes] = useSessionChoice("publish-at-once");
  const [savedText, setSavedText] = useState("");
  // Whether the next figure of the same source follows.
  const goesOn = useRef(false);
  const form = useFigureForm({
    name: `${personId}:${withMetric ? "new-metric" : "new-figure"}`,
    start: withMetric ? { ...EMPTY_FIGURE, metric: EMPTY_METRIC } : startFrom(given, sent),
    choices,
    onSaved: (record, from) => {
      setSavedText(textOf(from, choices));
      if (!goesOn.current) return EMPTY_FIGURE;
      setTimeout(() => document.getElementById(fieldId("words"))?.focus());
      return nextFrom(record);
    },
  });
  const save = (status: WantedStatus, another: boolean) => {
    goesOn.current = another;
    void form.save(status);
  };

  useSaveKeys(() => save(publishes ? "published" : "draft", true));

  return (
    <>
      <RecordSaved resource="figures" saved={form.saved} text={savedText} isNew isGoingOn={goesOn.current} />
      <RestoredNotice shown={form.restored} onDiscard={form.discard} />
      <FigureFormLayout form={form} ownKey={null}>
        <SaveButtons busy={form.isBusy} publishes={publishes} onPublishes={setPublishes} onSave={save} />
      </FigureFormLayout>
    </>
  );
}

/** "Companies attracted, Guizhou: more than 9,500 companies." */
function textOf(draft: FigureDraft, choices: FigureChoices): string {
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
