"use client";

import { Checkbox } from "@mantine/core";
import { ChoiceField } from "@/components/admin/fields/choice-field";
import { fieldId } from "@/components/admin/fields/field-id";
import { digitsOf, NumberField } from "@/components/admin/fields/number-field";
import { TextField } from "@/components/admin/fields/text-field";
import type { FigurePart } from "@/components/admin/figure-form/state/figure-fields";
import { numberTextOf } from "@/components/admin/figure-form/state/figure-record";
import { withWords } from "@/components/admin/figure-form/state/fill-from-words";
import { metricOf } from "@/components/admin/figure-form/state/preview-figure";
import { WORDINGS_SHOWN } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { exactNumber } from "@/lib/format/number";
import { isCurrency, unitText } from "@/lib/format/unit";
import { readPhraseFor } from "@/lib/reading/phrase-holds";
import { readPhrase } from "@/lib/reading/read-phrase";

/** Wording, value (and upper value) and the unit, which belongs to the metric. */
export function QuantityFields({ draft, change, choices }: FigurePart) {
  const metric = metricOf(draft, choices);
  const isRange = draft.wording === "between";
  const said = saidOtherwise(draft);
  const fromWords = (text: string) => {
    const reading = readPhrase(text);
    if (reading === null) return;
    change((before) => ({
      ...(before.words === "" ? withWords(before, text) : {}),
      wording: reading.wording,
      value: numberTextOf(reading.digits),
    }));
  };
  return (
    <div className="field-row">
      <ChoiceField path="wording" label="Wording" choices={WORDINGS_SHOWN} />
      <NumberField
        path="value"
        label={isRange ? "Lower value" : "Value"}
        metric={metric}
        onWords={fromWords}
        hint={
          said === null ? (
            draft.value === "" ? (
              "Written out, such as 9,500"
            ) : undefined
          ) : (
            <span className="warned">{said}</span>
          )
        }
      />
      {isRange ? <NumberField path="valueHigh" label="Upper value" metric={metric} /> : null}
      <div className="mantine-InputWrapper-root">
        <p className="mantine-InputWrapper-label">Unit</p>
        <p className="unit-shown">
          {metric === null || metric.unit === "" ? "as the metric has it" : unitText(metric.unit, "")}
        </p>
      </div>
    </div>
  );
}

/** The numbers of the words, where that of the draft is none of them. */
function saidOtherwise({ words, value, valueHigh, wording }: FigurePart["draft"]): string | null {
  const digits = digitsOf(value);
  if (digits === null) return null;
  const said = { digits, digitsHigh: wording === "between" ? digitsOf(valueHigh) : null };
  const { check } = readPhraseFor(said, words);
  if (check.kind !== "other_number") return null;
  return `The words say ${check.says.map((other) => exactNumber(other, LOCALE)).join(" and ")}`;
}

/** Whether the source calls an exact number a record. */
export function QualifierField({ draft, change }: Pick<FigurePart, "draft" | "change">) {
  if (draft.wording !== "exactly" || draft.value === "") return null;
  return (
    <Checkbox
      id={fieldId("qualifier")}
      label="The source calls it a record"
      checked={draft.qualifier === "record"}
      onChange={(event) => change({ qualifier: event.currentTarget.checked ? "record" : null })}
    />
  );
}

/** The source's own conversion of an amount of money; folded away for what is no money. */
export function ConversionFields({ draft, choices }: Pick<FigurePart, "draft" | "choices">) {
  const metric = metricOf(draft, choices);
  const isMoney =
    (metric !== null && isCurrency(metric.unit)) || draft.alternativeUnit !== "" || draft.alternative !== "";
  if (!isMoney) return null;
  return (
    <div className="field-row">
      <NumberField
        path="alternative"
        label="Conversion as stated"
        required={false}
        hint="The source’s own, such as ($10.4 million)"
      />
      <TextField
        path="alternativeUnit"
        label="Currency of the conversion"
        required={false}
        hint="ISO 4217 code, such as USD"
      />
    </div>
  );
}
