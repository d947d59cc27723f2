"use client";

import { TextInput } from "@mantine/core";
import { inputProps } from "@/components/admin/fields/field-frame";
import type { FieldProps } from "@/components/admin/fields/field-id";
import { useField } from "@/components/admin/fields/form-fields";

/** A password that is typed. Password managers are told which one it is. */
export function SecretField({
  autoComplete,
  ...field
}: FieldProps<string> & {
  readonly autoComplete: "current-password" | "new-password";
}) {
  const { value, onChange, ...shown } = useField(field);
  return (
    <TextInput
      {...inputProps(shown)}
      type="password"
      autoComplete={autoComplete}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
