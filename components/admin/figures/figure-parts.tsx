"use client";

import { CitationsFields } from "@/components/admin/figures/citation-fields";
import { MetricField } from "@/components/admin/figures/metric-field";
import { ConversionFields, QualifierField, QuantityFields } from "@/components/admin/figures/quantity-fields";
import { OrganisationField, RegionField } from "@/components/admin/figures/subject-fields";
import { NoteField, SpeakerFields, TimeFields } from "@/components/admin/figures/time-fields";
import type { useFigureForm } from "@/components/admin/figures/use-figure-form";
import { WordsField } from "@/components/admin/figures/words-field";

/** Every field of a figure, in the order in which a person reads a source. A new metric has the whole width. */
export function FigureParts({ form }: { readonly form: ReturnType<typeof useFigureForm> }) {
  const { part } = form;
  const { metric, region, organisation, note } = part.draft;
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
      <details className="folded" open={organisation !== null || note !== ""}>
        <summary>Organisation and note</summary>
        <div className="fields">
          <OrganisationField />
          <NoteField />
        </div>
      </details>
    </>
  );
}
