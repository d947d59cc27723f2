"use client";

import { Textarea, TextInput } from "@mantine/core";
import { inputProps } from "@/components/admin/fields/field-frame";
import type { FieldProps } from "@/components/admin/fields/field-id";
import { useField } from "@/components/admin/fields/form-fields";
import { useTypedBefore } from "@/components/admin/fields/use-typed-before";

/** Text of one line, or of several with `rows`. */
export function TextField({
  rows = 1,
  placeholder,
  type = "text",
  lang,
  ...field
}: FieldProps<string> & {
  readonly rows?: number;
  readonly placeholder?: string;
  readonly type?: "text" | "url" | "email";
  readonly lang?: string;
}) {
  const { value, onChange, ...shown } = useField(field);
  useTypedBefore(field.path, value, onChange);
  const shared = {
    ...inputProps(shown),
    value,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(lang === undefined ? {} : { lang }),
  };
  if (rows > 1) return <Textarea {...shared} rows={rows} />;
  // A URL is checked by the schema, which says more than the browser would.
  return <TextInput {...shared} type="text" inputMode={type} />;
}
