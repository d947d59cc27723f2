"use client";

import { TextInput } from "@mantine/core";
import { inputProps } from "@/components/admin/fields/field-frame";
import type { FieldProps } from "@/components/admin/fields/field-id";

/** A password that is typed. Password managers are told which one it is. */
export function SecretField({
  value,
  onChange,
  autoComplete,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: "current-password" | "new-password";
}) {
  return (
    <TextInput
      {...inputProps(field)}
      type="password"
      autoComplete={autoComplete}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
