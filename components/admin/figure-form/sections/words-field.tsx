"use client";

import { digitsOf } from "@/components/admin/fields/number-field";
import { TextField } from "@/components/admin/fields/text-field";
import type { FigurePart } from "@/components/admin/figure-form/state/figure-fields";
import { fieldsFrom, withWords } from "@/components/admin/figure-form/state/fill-from-words";
import { WORDINGS_SHOWN } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { exactNumber } from "@/lib/format/number";
import { edtfShort } from "@/lib/format/period";
import { unitText } from "@/lib/format/unit";
import { type PhraseReading, readPhrases, whyUnread } from "@/lib/reading/read-phrase";

/** The figure as its source has it; the wording, the number and more fill in from it. Says what it understood. */
export function WordsField({ draft, change }: FigurePart) {
  const readings = readPhrases(draft.words);
  const digits = digitsOf(draft.value);
  const reading = readings.find((one) => one.digits === digits) ?? readings[0] ?? null;
  const others = readings.filter((one) => one !== reading);
  return (
    <div>
      <TextField
        path="words"
        label="The figure, in the source’s words"
        onChange={(words) => change((before) => withWords(before, words))}
        placeholder="more than 9,500 companies"
        hint={<span aria-live="polite">{hintOf(draft.words, reading)}</span>}
      />
      {others.length === 0 ? null : (
        <div className="field-cures">
          {others.map((other) => (
            <button
              key={`${other.digits} ${other.unit?.text}`}
              type="button"
              className="btn small"
              onClick={() => change(fieldsFrom(other))}
            >
              Take {exactNumber(other.digits, LOCALE)} {unitText(other.unit?.text ?? "", other.digits)} instead
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function hintOf(words: string, reading: PhraseReading | null) {
  if (words.trim() === "") return "Type or paste it the way the source has it; the fields below fill in.";
  if (reading === null) {
    return `${whyUnread(words) ?? "No number found in it yet."} You can fill in the fields below by hand.`;
  }
  return (
    <>
      Understood:{" "}
      {understood(reading).map((text, index) => (
        <span key={text}>
          {index === 0 ? null : " · "}
          <b>{text}</b>
        </span>
      ))}
      {reading.doubt === null ? null : <span className="warned"> {reading.doubt}</span>}
    </>
  );
}

function understood(reading: PhraseReading): readonly string[] {
  const { wording, digits, digitsHigh, qualifier, unit, alternative, period, asOf, speaker, target } = reading;
  const number = exactNumber(digits, LOCALE);
  const high = digitsHigh === null ? "" : ` and ${exactNumber(digitsHigh, LOCALE)}`;
  return [
    qualifier === "record" ? "a record" : WORDINGS_SHOWN[wording].toLowerCase(),
    number + high,
    unit === null ? "" : unitText(unit.text, ""),
    alternative === null ? "" : `${exactNumber(alternative.digits, LOCALE)} ${unitText(alternative.unit, "")}`,
    period === "" ? "" : `in ${period.split("/").map(dateText).join(" to ")}`,
    asOf === "" ? "" : `as of ${dateText(asOf)}`,
    target ? "a plan, target or forecast" : "",
    speaker === "" ? "" : `says ${speaker}`,
  ].filter((text) => text !== "");
}

const dateText = (edtf: string) => edtfShort(edtf, LOCALE);
