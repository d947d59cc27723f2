"use client";

import { NativeSelect } from "@mantine/core";
import { inputProps } from "@/components/admin/fields/field-frame";
import type { FieldProps } from "@/components/admin/fields/field-id";
import { useField } from "@/components/admin/fields/form-fields";
import { useTypedBefore } from "@/components/admin/fields/use-typed-before";

/** One of few choices, by their names. With `none`, an empty choice of that name stands first and means null. */
export function ChoiceField<Choice extends string>({
  choices,
  none,
  ...field
}: FieldProps<Choice | null> & {
  readonly choices: Readonly<Record<Choice, string>>;
  readonly none?: string;
}) {
  const { value, onChange, ...shown } = useField(field);
  const keys = Object.keys(choices) as Choice[];
  const take = (chosen: string) => onChange(keys.find((key) => key === chosen) ?? null);
  useTypedBefore(field.path, value ?? "", take);
  return (
    <NativeSelect {...inputProps(shown)} value={value ?? ""} onChange={(event) => take(event.currentTarget.value)}>
      {none === undefined && value !== null ? null : <option value="">{none ?? "Choose one"}</option>}
      {keys.map((key) => (
        <option key={key} value={key}>
          {choices[key]}
        </option>
      ))}
    </NativeSelect>
  );
}
