"use client";

import { accessTo, FormFields } from "@/components/admin/fields/form-fields";
import { TextField } from "@/components/admin/fields/text-field";
import { withValueAt } from "@/components/admin/fields/value-at";
import { MetricChoice } from "@/components/admin/figure-form/sections/metric-field";
import {
  ConversionFields,
  QualifierField,
  QuantityFields,
} from "@/components/admin/figure-form/sections/quantity-fields";
import { OrganisationField, RegionField } from "@/components/admin/figure-form/sections/subject-fields";
import { NoteField, SpeakerFields, TimeFields } from "@/components/admin/figure-form/sections/time-fields";
import { choiceLists } from "@/components/admin/figure-form/state/choice-lists";
import { EMPTY_CITATION, EMPTY_METRIC, type FigureDraft } from "@/components/admin/figure-form/state/figure-draft";
import type { FigurePart } from "@/components/admin/figure-form/state/figure-fields";
import { phraseWarningOf } from "@/components/admin/figure-form/state/phrase-warning";
import { useSuggestedMetrics } from "@/components/admin/figure-form/state/use-suggested-metrics";
import { SourceChoice } from "@/components/admin/reading-desk/source-choice";
import { METRIC_BOX, returnFocus } from "@/components/admin/reading-desk/state/desk-focus";
import type { ReadFigure } from "@/components/admin/reading-desk/state/desk-state";
import {
  countedBy,
  newMetricOf,
  regionDoubt,
  wordsNear,
} from "@/components/admin/reading-desk/state/figure-of-candidate";
import type { Desk } from "@/components/admin/reading-desk/state/use-desk";

/** Fields in which one of many records is chosen. */
const CHOSEN = ["metric", "region", "organisation"];

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
  const { state, choices, issues, edit } = desk;
  const part: FigurePart = {
    draft,
    choices,
    said: desk.counted,
    change: (changes) => {
      const changed = typeof changes === "function" ? changes(draft) : changes;
      edit((before) => ({ ...before, ...changed }));
      for (const [field, value] of Object.entries(changed)) goOnFrom(field, value);
    },
  };
  const form = accessTo(draft, desk.form.errors, (path, value) => {
    edit((before) => withValueAt(before, path, value));
    goOnFrom(path, value);
  });
  const [citation = EMPTY_CITATION] = draft.citations;
  const question = { phrase: wordsNear(state, figure), counted: countedBy(figure) };
  const suggested = useSuggestedMetrics(question, 0);
  const offered = suggested.slugs.filter((slug) => slug !== draft.metric);
  const doubt = regionDoubt(state, figure, draft, desk.mentions);
  const warning = phraseWarningOf(part, citation);
  const { source } = state;
  return (
    <FormFields form={form} choices={choiceLists(choices)} known={choices.sources}>
      <div className="fields">
        {/* biome-ignore lint/a11y/useSemanticElements: what a fieldset holds could not have the focus as one */}
        <div id={METRIC_BOX} role="group" aria-label="Metric" aria-busy={suggested.isBusy} tabIndex={-1}>
          <MetricChoice part={part} offered={offered} begin={() => newMetricOf(figure)}>
            <button
              type="button"
              className="btn small"
              onClick={() => part.change({ metric: { ...EMPTY_METRIC, ...newMetricOf(figure) } })}
            >
              Add a new metric
            </button>
          </MetricChoice>
        </div>
        <div>
          <RegionField />
          {doubt === null ? null : <p className="warned">{doubt}</p>}
        </div>
        <OrganisationField />
        <TimeFields />
        <SpeakerFields {...part} />
        <details className="folded" open={issues.length > 0 || figure.confidence === "low"}>
          <summary>Wording, value, place, phrase, note</summary>
          <div className="fields">
            <QuantityFields {...part} />
            <QualifierField {...part} />
            <ConversionFields {...part} />
            <TextField path="citations.0.locator" label="Place" required={false} />
            <TextField
              path="citations.0.phrase"
              label="The phrase that holds the number"
              rows={2}
              hint={
                warning === null ? "Readers see it: at most 300 characters" : <span className="warned">{warning}</span>
              }
            />
            <NoteField />
          </div>
        </details>
        {typeof source === "string" ? null : (
          <details className="folded" open={issues.some(({ path }) => path.startsWith("citations.0.source"))}>
            <summary>Source</summary>
            <SourceChoice desk={desk} />
          </details>
        )}
      </div>
    </FormFields>
  );
}

/** What was chosen from a list is decided: the keys go on. */
function goOnFrom(field: string, value: unknown): void {
  const box = document.querySelector<HTMLElement>(".reading-desk");
  if (CHOSEN.includes(field) && typeof value === "string" && box !== null) returnFocus(box, field);
}
