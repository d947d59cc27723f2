"use client";

import type { ReactNode } from "react";
import type { Choice } from "@/components/admin/fields/choice";
import { type Issue, messageAt } from "@/components/admin/fields/error-summary";
import type { FieldProps } from "@/components/admin/fields/field-id";
import { NewRecord } from "@/components/admin/fields/new-record";
import { RecordCombobox } from "@/components/admin/fields/record-combobox";
import { TextField } from "@/components/admin/fields/text-field";

/** One record out of many, or a new one that needs no more than a name, made together with what it belongs to. */
export function RecordOrName<New extends { readonly name: string }>({
  value,
  onChange,
  begin,
  issues,
  choices,
  noun,
  nameHint,
  ...field
}: Omit<FieldProps, "error"> & {
  readonly value: string | null | New;
  readonly onChange: (value: string | null | New) => void;
  /** A new record of a name. */
  readonly begin: (name: string) => New;
  readonly issues: readonly Issue[];
  readonly choices: readonly Choice[];
  /** What is chosen, in the singular: "topic". */
  readonly noun: string;
  readonly nameHint?: ReactNode;
}) {
  const { path } = field;
  if (value !== null && typeof value === "object") {
    return (
      <NewRecord title={`New ${noun}`} backLabel={`Choose one of the ${noun}s instead`} onBack={() => onChange(null)}>
        <TextField
          path={`${path}.name`}
          label="Name"
          value={value.name}
          onChange={(name) => onChange({ ...value, name })}
          error={messageAt(issues, `${path}.name`)}
          {...(nameHint === undefined ? {} : { hint: nameHint })}
        />
      </NewRecord>
    );
  }
  return (
    <RecordCombobox
      {...field}
      noun={noun}
      choices={choices}
      value={value}
      onChange={onChange}
      onAdd={(typed) => onChange(begin(typed.trim()))}
      error={messageAt(issues, path)}
    />
  );
}
