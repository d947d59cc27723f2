"use client";

import type { ComponentType, ReactNode } from "react";
import { ChoiceField } from "@/components/admin/fields/choice-field";
import { DateField } from "@/components/admin/fields/date-field";
import type { FieldProps } from "@/components/admin/fields/field-id";
import { pathWithin, useField, useFormScope, valuesWithin } from "@/components/admin/fields/form-fields";
import { RecordCombobox } from "@/components/admin/fields/record-combobox";
import { TextField } from "@/components/admin/fields/text-field";
import { AddressField } from "@/components/admin/record-form/controls/address-field";
import type { Definition, Field, ListField } from "@/components/admin/record-form/definitions/field";
import { REFERENCES } from "@/components/admin/record-form/definitions/reference-definitions";
import { RESOURCE_WORDS } from "@/components/admin/resource-words";
import type { ChoiceResource } from "@/lib/figures/figure-choices";

/** The fields of a record that is made together with the one it belongs to; `at` is its path in that one. */
function FieldsWithin({ definition, at }: { readonly definition: Definition; readonly at: string }) {
  return definition.parts.map(({ heading, within, rows }) => {
    if (within === "left out") return null;
    const fields = <FieldRows key={rows[0]?.[0]?.name} rows={rows} at={at} />;
    if (within !== "folded") return fields;
    return (
      <details className="folded" key={heading}>
        <summary>{heading}</summary>
        <div className="fields">{fields}</div>
      </details>
    );
  });
}

interface RowProps {
  /** Path of the record in the form; "" for the form's own. */
  readonly at: string;
  /** The field that is shown and cannot be changed. */
  readonly lockedField?: string | null;
  /** Shows a field that holds a list; none is shown without it. */
  readonly List?: ComponentType<{ readonly field: ListField }>;
}

/** Fields in rows, as far as they are asked for. */
export function FieldRows({
  rows,
  at,
  lockedField = null,
  ...rest
}: RowProps & { readonly rows: readonly (readonly Field[])[] }) {
  const { form } = useFormScope();
  const values = valuesWithin(form, at);
  return rows.map((row) => (
    <div className="field-row" key={row[0]?.name}>
      {row
        .filter(({ isAsked }) => isAsked?.(values) ?? true)
        .map((field) => (
          <FieldControl
            key={field.name}
            field={field}
            hint={field.hintFor?.(values) ?? field.hint}
            at={at}
            isLocked={field.name === lockedField}
            {...rest}
          />
        ))}
    </div>
  ));
}

/** The control of a field, by its kind. */
function FieldControl({
  field,
  hint,
  at,
  isLocked,
  List,
}: Omit<RowProps, "lockedField"> & { readonly field: Field; readonly hint: ReactNode; readonly isLocked: boolean }) {
  const { choices } = useFormScope();
  const path = pathWithin(at, field.name);
  const { label, isOptional } = field;
  const input = { path, label, hint, required: isOptional !== true, ...(isLocked ? { disabled: true } : {}) };
  switch (field.kind) {
    case "line":
      return <TextField {...input} {...(field.mode ? { type: field.mode } : {})} />;
    case "address":
      return <AddressField {...input} at={at} />;
    case "text":
      return <TextField {...input} rows={field.rows} />;
    case "whole":
      return <TextField {...input} />;
    case "date":
      return <DateField {...input} />;
    case "choice":
      return <ChoiceField {...input} choices={field.choices} {...(field.none ? { none: field.none } : {})} />;
    case "record": {
      const position = choices[field.of]?.length ?? 0;
      return (
        <ReferenceField
          {...input}
          of={field.of}
          {...(field.isAddable ? { begin: (name: string) => ({ name, position }) } : {})}
        />
      );
    }
    default:
      return List === undefined ? null : <List field={field} />;
  }
}

/** A record by its key, nothing, or a whole new one. */
type Reference = string | null | object;

/**
 * One record out of many. With `begin` a new one can be added in its place, with its own fields; it is made together with what it belongs
 * to, so nothing is lost.
 */
export function ReferenceField({
  of,
  begin,
  ...field
}: FieldProps<Reference> & {
  readonly of: ChoiceResource;
  /** What a new record begins with, from what was typed. */
  readonly begin?: (typed: string) => object;
}) {
  const { choices } = useFormScope();
  const { value, onChange, ...shown } = useField(field);
  const { one, many } = RESOURCE_WORDS[of];
  if (value !== null && typeof value === "object") {
    return (
      <fieldset className="new-record">
        <legend>New {one}</legend>
        <FieldsWithin definition={REFERENCES[of]} at={field.path} />
        <button type="button" className="linklike" onClick={() => onChange(null)}>
          Choose one of the {many} instead
        </button>
      </fieldset>
    );
  }
  return (
    <RecordCombobox
      {...shown}
      of={of}
      choices={choices[of] ?? []}
      value={value}
      onChange={onChange}
      {...(begin ? { onAdd: (typed: string) => onChange(begin(typed.trim())) } : {})}
    />
  );
}
