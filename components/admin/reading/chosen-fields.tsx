"use client";

import { TextField } from "@/components/admin/fields/text-field";
import { EMPTY_CITATION, EMPTY_METRIC, type FigureDraft } from "@/components/admin/figures/figure-draft";
import { errorAt, type FigurePart } from "@/components/admin/figures/figure-fields";
import { MetricChoice } from "@/components/admin/figures/metric-field";
import { phraseWarningOf } from "@/components/admin/figures/phrase-warning";
import { ConversionFields, QuantityFields, RecordField } from "@/components/admin/figures/quantity-fields";
import { OrganisationField, RegionField } from "@/components/admin/figures/subject-fields";
import { NoteField, SpeakerFields, TimeFields } from "@/components/admin/figures/time-fields";
import { useSuggestedMetrics } from "@/components/admin/figures/use-suggested-metrics";
import { METRIC_BOX, returnFocus } from "@/components/admin/reading/desk-focus";
import type { ReadFigure } from "@/components/admin/reading/desk-state";
import { countedBy, newMetricOf, regionDoubt, wordsNear } from "@/components/admin/reading/figure-of-candidate";
import { SourceChoice } from "@/components/admin/reading/source-choice";
import type { Desk } from "@/components/admin/reading/use-desk";

/** Fields in which one of many records is chosen. */
const CHOSEN = ["metric", "region", "organisation"] as const;

/** The form of the chosen figure: what most often needs a hand first, the rest folded. */
export function ChosenFields({
  desk,
  figure,
  draft,
}: {
  readonly desk: Desk;
  readonly figure: ReadFigure;
  readonly draft: FigureDraft;
}) {
  const { state, choices, saving, edit } = desk;
  const part: FigurePart = {
    draft,
    choices,
    issues: saving.issues,
    said: desk.counted,
    change: (changes) => {
      edit(changes);
      // What was chosen from a list is decided: the keys go on.
      const field = CHOSEN.find((name) => typeof changes[name] === "string");
      const box = document.querySelector<HTMLElement>(".reading-desk");
      if (field !== undefined && box !== null) returnFocus(box, field);
    },
    changeWords: (words) => edit({ words }),
  };
  const [citation = EMPTY_CITATION] = draft.citations;
  const cite = (changes: Partial<typeof citation>) => edit({ citations: [{ ...citation, ...changes }] });
  const question = { phrase: wordsNear(state, figure), counted: countedBy(figure) };
  const suggested = useSuggestedMetrics(question, 0);
  const offered = suggested.slugs.filter((slug) => slug !== draft.metric);
  const doubt = regionDoubt(state, figure, draft, desk.mentions);
  const warning = phraseWarningOf(part, citation);
  const { source } = state;
  return (
    <div className="fields">
      {/* biome-ignore lint/a11y/useSemanticElements: what a fieldset holds could not have the focus as one */}
      <div id={METRIC_BOX} role="group" aria-label="Metric" aria-busy={suggested.isBusy} tabIndex={-1}>
        <MetricChoice part={part} offered={offered} begin={() => newMetricOf(figure)}>
          <button
            type="button"
            className="btn small"
            onClick={() => edit({ metric: { ...EMPTY_METRIC, ...newMetricOf(figure) } })}
          >
            Add a new metric
          </button>
        </MetricChoice>
      </div>
      <div>
        <RegionField {...part} />
        {doubt === null ? null : <p className="warned">{doubt}</p>}
      </div>
      <OrganisationField {...part} />
      <TimeFields {...part} />
      <SpeakerFields {...part} />
      <details className="folded" open={saving.issues.length > 0 || figure.confidence === "low"}>
        <summary>Wording, value, place, phrase, note</summary>
        <div className="fields">
          <QuantityFields {...part} />
          <RecordField {...part} />
          <ConversionFields {...part} />
          <TextField
            path="citations.0.locator"
            label="Place"
            required={false}
            value={citation.locator}
            onChange={(locator) => cite({ locator })}
            error={errorAt(part, "citations.0.locator")}
          />
          <TextField
            path="citations.0.phrase"
            label="The phrase that holds the number"
            rows={2}
            value={citation.phrase}
            onChange={(phrase) => cite({ phrase })}
            error={errorAt(part, "citations.0.phrase")}
            hint={
              warning === null ? "Readers see it: at most 300 characters" : <span className="warned">{warning}</span>
            }
          />
          <NoteField {...part} />
        </div>
      </details>
      {typeof source === "string" ? null : (
        <details className="folded" open={saving.issues.some(({ path }) => path.startsWith("citations.0.source"))}>
          <summary>Source</summary>
          <SourceChoice desk={desk} />
        </details>
      )}
    </div>
  );
}
