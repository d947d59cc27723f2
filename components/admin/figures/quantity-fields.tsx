"use client";

import { Checkbox } from "@mantine/core";
import { ChoiceField } from "@/components/admin/fields/choice-field";
import { fieldId } from "@/components/admin/fields/field-id";
import { digitsOf, NumberField } from "@/components/admin/fields/number-field";
import { TextField } from "@/components/admin/fields/text-field";
import { errorAt, type FigurePart } from "@/components/admin/figures/figure-fields";
import { numberTextOf } from "@/components/admin/figures/figure-record";
import { metricOf } from "@/components/admin/figures/preview-figure";
import { WORDINGS_SHOWN } from "@/components/figures/labels";
import { LOCALE } from "@/components/layout/locale";
import { exactNumber } from "@/lib/format/number";
import { isCurrency, unitText } from "@/lib/format/unit";
import { phraseHoldsValue } from "@/lib/reading/phrase-holds";
import { readPhrase } from "@/lib/reading/read-phrase";

/** Wording, value (and upper value) and the unit, which belongs to the metric. */
export function QuantityFields(part: FigurePart) {
  const { draft, change, choices } = part;
  const metric = metricOf(draft, choices);
  const isRange = draft.wording === "between";
  const said = saidOtherwise(draft);
  const fromWords = (text: string) => {
    const reading = readPhrase(text);
    if (reading === null) return;
    part.changeWords(draft.words === "" ? text : draft.words);
    change({ wording: reading.wording, value: numberTextOf(reading.digits) });
  };
  return (
    <div className="field-row">
      <ChoiceField
        path="wording"
        label="Wording"
        value={draft.wording}
        choices={WORDINGS_SHOWN}
        onChange={(wording) => wording !== null && change({ wording })}
        error={errorAt(part, "wording")}
      />
      <NumberField
        path="value"
        label={isRange ? "Lower value" : "Value"}
        metric={metric}
        value={draft.value}
        onChange={(value) => change({ value })}
        onWords={fromWords}
        error={errorAt(part, "value")}
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
      {isRange ? (
        <NumberField
          path="valueHigh"
          label="Upper value"
          metric={metric}
          value={draft.valueHigh}
          onChange={(valueHigh) => change({ valueHigh })}
          error={errorAt(part, "valueHigh")}
        />
      ) : null}
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
  const check = phraseHoldsValue(words, { digits, digitsHigh: wording === "between" ? digitsOf(valueHigh) : null });
  if (check.kind !== "other_number") return null;
  return `The words say ${check.says.map((other) => exactNumber(other, LOCALE)).join(" and ")}`;
}

/** Whether the source calls an exact number a record. */
export function RecordField({ draft, change }: FigurePart) {
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
export function ConversionFields(part: FigurePart) {
  const { draft, change, choices } = part;
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
        value={draft.alternative}
        onChange={(alternative) => change({ alternative })}
        error={errorAt(part, "alternative")}
        hint="The source’s own, such as ($10.4 million)"
      />
      <TextField
        path="alternativeUnit"
        label="Currency of the conversion"
        required={false}
        value={draft.alternativeUnit}
        onChange={(alternativeUnit) => change({ alternativeUnit })}
        error={errorAt(part, "alternativeUnit")}
        hint="ISO 4217 code, such as USD"
      />
    </div>
  );
}
