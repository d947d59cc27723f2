"use client";

import { TextField } from "@/components/admin/fields/text-field";
import { EMPTY_CITATION, EMPTY_METRIC, type FigureDraft } from "@/components/admin/figures/figure-draft";
import { errorAt, type FigurePart } from "@/components/admin/figures/figure-fields";
import { ConversionFields, QuantityFields, RecordField } from "@/components/admin/figures/quantity-fields";
import { MetricField, OrganisationField, RegionField } from "@/components/admin/figures/subject-fields";
import { NoteField, SpeakerFields, TimeFields } from "@/components/admin/figures/time-fields";
import type { ReadFigure } from "@/components/admin/reading/desk-state";
import { metricsFor, newMetricOf, regionDoubt } from "@/components/admin/reading/figure-of-candidate";
import { SourceChoice } from "@/components/admin/reading/source-choice";
import type { Desk } from "@/components/admin/reading/use-desk";

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
    change: edit,
    changeWords: (words) => edit({ words }),
  };
  const [citation = EMPTY_CITATION] = draft.citations;
  const cite = (changes: Partial<typeof citation>) => edit({ citations: [{ ...citation, ...changes }] });
  const others = metricsFor(state, figure, { choices, used: desk.used }).filter((slug) => slug !== draft.metric);
  const doubt = regionDoubt(state, figure, draft, desk.mentions);
  const isNewMetric = draft.metric !== null && typeof draft.metric === "object";
  const { source } = state;
  return (
    <div className="fields">
      <MetricField {...part} />
      {isNewMetric ? null : (
        <div className="field-cures">
          {others.map((slug) => (
            <button key={slug} type="button" className="btn small" onClick={() => edit({ metric: slug })}>
              {choices.metrics.find((one) => one.slug === slug)?.name}
            </button>
          ))}
          <button
            type="button"
            className="btn small"
            onClick={() => edit({ metric: { ...EMPTY_METRIC, ...newMetricOf(figure) } })}
          >
            Add a new metric
          </button>
        </div>
      )}
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
            hint="Readers see it: at most 300 characters"
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
