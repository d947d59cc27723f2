"use client";

import { useState } from "react";
import { ErrorSummary } from "@/components/admin/fields/error-summary";
import { TextField } from "@/components/admin/fields/text-field";
import { EMPTY_CITATION } from "@/components/admin/figures/figure-draft";
import { type FigurePart, labelOf } from "@/components/admin/figures/figure-fields";
import { QuantityFields } from "@/components/admin/figures/quantity-fields";
import { MetricField, OrganisationField, RegionField } from "@/components/admin/figures/subject-fields";
import { SpeakerFields, TimeFields } from "@/components/admin/figures/time-fields";
import { DISMISSALS, recordedAs } from "@/components/admin/reading/desk-state";
import { metricsFor, paragraphNumber, sentenceOf } from "@/components/admin/reading/figure-of-candidate";
import { ReadingText } from "@/components/admin/reading/reading-text";
import type { Desk } from "@/components/admin/reading/use-desk";
import { SavingNotice } from "@/components/admin/saving/saving-notice";
import { paths } from "@/lib/paths";

/** The chosen figure as it was read, as a short form, and what can be done with it. */
export function ChosenFigure({ desk }: { readonly desk: Desk }) {
  const { state, figure, draft, choices, saving, edit } = desk;
  const [reason, setReason] = useState<string>(DISMISSALS[0]);
  if (figure === null || draft === null) return <p className="meta">No figure was found in this text.</p>;
  const decision = state.decisions[state.chosen];
  const { start, end } = sentenceOf(state, figure);
  const known = recordedAs(figure, state.text.slice(start, end), desk.recorded);
  const others = metricsFor(state, figure, { choices, used: desk.used }).filter((slug) => slug !== draft.metric);
  const part: FigurePart = {
    draft,
    choices,
    issues: saving.issues,
    change: edit,
    changeWords: (words) => edit({ words }),
  };
  const [citation = EMPTY_CITATION] = draft.citations;
  const isBusy = saving.state.kind === "saving";
  return (
    <>
      <p className="meta">
        Figure {state.chosen + 1} of {state.figures?.length}, paragraph {paragraphNumber(state, figure.paragraph)}
      </p>
      <ReadingText figure={figure} draft={draft} />
      {known === null ? null : (
        <p className="notice">
          <a href={paths.admin.edit("figures", known.key)}>Recorded from this source already</a>: “{known.phrase}”
        </p>
      )}
      {decision === undefined ? (
        <div className="fields">
          <MetricField {...part} />
          {others.length === 0 || typeof draft.metric === "object" ? null : (
            <div className="field-cures">
              {others.map((slug) => (
                <button key={slug} type="button" className="btn small" onClick={() => edit({ metric: slug })}>
                  {choices.metrics.find((one) => one.slug === slug)?.name}
                </button>
              ))}
            </div>
          )}
          <RegionField {...part} />
          <OrganisationField {...part} />
          <TimeFields {...part} />
          <details className="folded" open={saving.issues.length > 0 || figure.confidence === "low"}>
            <summary>Wording, value, speaker, phrase</summary>
            <div className="fields">
              <QuantityFields {...part} />
              <SpeakerFields {...part} />
              <TextField
                path="citations.0.phrase"
                label="The phrase that holds the number"
                rows={2}
                value={citation.phrase}
                onChange={(phrase) => edit({ citations: [{ ...citation, phrase: phrase.slice(0, 300) }] })}
                hint="Readers see it: at most 300 characters"
              />
            </div>
          </details>
        </div>
      ) : (
        <p className="notice">
          {decision.kind === "dismissed" ? (
            `Dismissed: ${decision.reason.toLowerCase()}.`
          ) : (
            <>
              Kept as a{" "}
              <a href={paths.admin.edit("figures", decision.key)}>
                {decision.isPublished ? "published figure" : "draft"}
              </a>
              .
            </>
          )}
        </p>
      )}
      <ErrorSummary issues={saving.issues} labelOf={labelOf} />
      <SavingNotice state={saving.state} onRetry={() => void desk.keep()} />
      <div className="save-bar">
        <button
          type="button"
          className="btn primary"
          disabled={isBusy || decision !== undefined}
          onClick={() => void desk.keep()}
        >
          Keep
        </button>
        <button type="button" className="btn" disabled={decision !== undefined} onClick={() => desk.dismiss(reason)}>
          Dismiss
        </button>
        <label className="dismissal">
          <span className="hidden">Reason for dismissing</span>
          <select value={reason} onChange={(event) => setReason(event.currentTarget.value)}>
            {DISMISSALS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <button type="button" className="linklike" onClick={desk.next}>
          Next
        </button>
        <button type="button" className="linklike" disabled={state.done.length === 0} onClick={() => void desk.undo()}>
          Undo
        </button>
      </div>
    </>
  );
}
