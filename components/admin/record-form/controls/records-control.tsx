"use client";

import { RecordCombobox } from "@/components/admin/fields/record-combobox";
import { OrderedList } from "@/components/admin/record-form/controls/ordered-list";
import type { Field } from "@/components/admin/record-form/definitions/field";
import { type ControlProps, choicesOf, inputOf, nameOf } from "@/components/admin/record-form/state/form-part";

/** Several records in order: chosen one after the other, moved by drag or by button. */
export function RecordsControl({
  field,
  value,
  onChange,
  ...rest
}: ControlProps<readonly string[]> & { readonly field: Extract<Field, { kind: "records" }> }) {
  const choices = choicesOf(rest.choices, field.of);
  const name = (key: string) => nameOf(choices, key);
  return (
    <div className="several">
      <RecordCombobox
        {...inputOf({ field, ...rest })}
        of={field.of}
        choices={choices}
        except={value}
        value={null}
        onChange={(key) => {
          if (key !== null) onChange([...value, key]);
        }}
      />
      {value.length === 0 ? null : (
        <OrderedList
          label={`${field.label} in order`}
          items={value}
          keyOf={(key) => key}
          nameOf={name}
          onChange={onChange}
          onRemove={(index) => onChange(value.filter((_, other) => other !== index))}
        >
          {(key) => (
            <>
              {name(key)} {name(key) === key ? null : <small>{key}</small>}
            </>
          )}
        </OrderedList>
      )}
    </div>
  );
}
