"use client";

import { messageAt } from "@/components/admin/fields/error-summary";
import { fieldId } from "@/components/admin/fields/field-id";
import { RecordCombobox } from "@/components/admin/fields/record-combobox";
import { TextField } from "@/components/admin/fields/text-field";
import { type ControlProps, choicesOf } from "@/components/admin/record-form/state/form-part";
import type { CitationValue } from "@/components/admin/record-form/state/values";
import { paths } from "@/lib/paths";

const EMPTY: CitationValue = { source: null, locator: "", phrase: "", rest: {} };

/** Where sources say it: any number of places. */
export function CitationsControl({
  field,
  value,
  onChange,
  choices,
  issues,
  disabled,
}: ControlProps<readonly CitationValue[]>) {
  const change = (index: number, part: Partial<CitationValue>) =>
    onChange(value.map((citation, other) => (other === index ? { ...citation, ...part } : citation)));
  const path = (index: number, name: string) => `${field.name}.${index}.${name}`;
  const missing = messageAt(issues, field.name);
  return (
    <div className="fields">
      {value.map((citation, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: citations have no key of their own and are never moved
        <fieldset key={index} className="new-record" disabled={disabled}>
          <legend>Source {index + 1}</legend>
          <RecordCombobox
            path={path(index, "source")}
            label="Source"
            error={messageAt(issues, path(index, "source"))}
            hint={
              <a href={paths.admin.add("sources")} target="_blank" rel="noreferrer">
                Add a new source in another tab; it is found here from then on
              </a>
            }
            of="sources"
            choices={choicesOf(choices, "sources")}
            value={citation.source}
            onChange={(source) => change(index, { source })}
          />
          <div className="field-row wide-second">
            <TextField
              path={path(index, "locator")}
              label="Place"
              required={false}
              hint="Such as para 3"
              error={messageAt(issues, path(index, "locator"))}
              value={citation.locator}
              onChange={(locator) => change(index, { locator })}
            />
            <TextField
              path={path(index, "phrase")}
              label="The phrase"
              required={false}
              hint="As the source has it"
              error={messageAt(issues, path(index, "phrase"))}
              value={citation.phrase}
              onChange={(phrase) => change(index, { phrase })}
            />
          </div>
          <p className="save-bar">
            <button
              type="button"
              className="btn small"
              onClick={() => onChange(value.filter((_, other) => other !== index))}
            >
              Take this source away
            </button>
          </p>
        </fieldset>
      ))}
      <div>
        {disabled ? null : (
          <button
            type="button"
            className="btn"
            id={fieldId(field.name)}
            aria-describedby={missing === null ? undefined : `${fieldId(field.name)}-error`}
            onClick={() => onChange([...value, EMPTY])}
          >
            {value.length === 0 ? "Name a source" : "Name another source"}
          </button>
        )}
        {missing === null ? null : (
          <p className="field-error" id={`${fieldId(field.name)}-error`}>
            {missing}
          </p>
        )}
      </div>
    </div>
  );
}
