"use client";

import { CitationsFields } from "@/components/admin/figures/citation-fields";
import type { FigurePart } from "@/components/admin/figures/figure-fields";
import { MetricField } from "@/components/admin/figures/metric-field";
import { ConversionFields, QuantityFields, RecordField } from "@/components/admin/figures/quantity-fields";
import { OrganisationField, RegionField } from "@/components/admin/figures/subject-fields";
import { NoteField, SpeakerFields, TimeFields } from "@/components/admin/figures/time-fields";
import { WordsField } from "@/components/admin/figures/words-field";

/** Every field of a figure, in the order in which a person reads a source. A new metric has the whole width. */
export function FigureParts(part: FigurePart) {
  const { metric, region } = part.draft;
  const isNewMetric = metric !== null && typeof metric === "object";
  const isNewRegion = region !== null && typeof region === "object";
  return (
    <>
      <WordsField {...part} />
      <QuantityFields {...part} />
      <RecordField {...part} />
      <ConversionFields {...part} />
      {isNewMetric || isNewRegion ? (
        <>
          <MetricField {...part} />
          <RegionField {...part} />
        </>
      ) : (
        <div className="field-row">
          <MetricField {...part} />
          <RegionField {...part} />
        </div>
      )}
      <TimeFields {...part} />
      <SpeakerFields {...part} />
      <CitationsFields {...part} />
      <details className="folded" open={part.draft.organisation !== null || part.draft.note !== ""}>
        <summary>Organisation and note</summary>
        <div className="fields">
          <OrganisationField {...part} />
          <NoteField {...part} />
        </div>
      </details>
    </>
  );
}
