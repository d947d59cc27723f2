"use client";

import { CitationsFields } from "@/components/admin/figure-form/sections/citation-fields";
import { MetricField } from "@/components/admin/figure-form/sections/metric-field";
import {
  ConversionFields,
  QualifierField,
  QuantityFields,
} from "@/components/admin/figure-form/sections/quantity-fields";
import { OrganisationField, RegionField } from "@/components/admin/figure-form/sections/subject-fields";
import {
  ClaimFields,
  LookedAgainField,
  NoteField,
  SpeakerFields,
  TimeFields,
} from "@/components/admin/figure-form/sections/time-fields";
import { WordsField } from "@/components/admin/figure-form/sections/words-field";
import type { useFigureForm } from "@/components/admin/figure-form/state/use-figure-form";

/** Every field of a figure, in the order in which a person reads a source. A new metric has the whole width. */
export function FigureParts({ form }: { readonly form: ReturnType<typeof useFigureForm> }) {
  const { part } = form;
  const { metric, region, organisation, release } = part.draft;
  const further = [
    part.draft.note,
    part.draft.basis,
    part.draft.flags,
    part.draft.preferredReason,
    part.draft.lookedAgain,
  ];
  const isMore = organisation !== null || release !== null || further.some((text) => text !== "");
  const isWide = [metric, region].some((reference) => reference !== null && typeof reference === "object");
  return (
    <>
      <WordsField {...part} />
      <QuantityFields {...part} />
      <QualifierField {...part} />
      <ConversionFields {...part} />
      <div className={isWide ? "fields" : "field-row"}>
        <MetricField {...part} />
        <RegionField />
      </div>
      <TimeFields />
      <SpeakerFields {...part} />
      <CitationsFields part={part} form={form.fields} />
      <details className="folded" open={isMore}>
        <summary>Organisation, basis, note and looking again</summary>
        <div className="fields">
          <OrganisationField />
          <ClaimFields />
          <LookedAgainField />
          <NoteField />
        </div>
      </details>
    </>
  );
}
