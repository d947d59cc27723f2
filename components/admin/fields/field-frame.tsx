"use client";

import type { ReactNode } from "react";
import { type FieldProps, fieldId } from "@/components/admin/fields/field-id";

/** Order of the parts of a field: the message stands right below the control, the hint after it. */
const ORDER: ("label" | "input" | "error" | "description")[] = ["label", "input", "error", "description"];

/** What Mantine's inputs share, from the properties of a field. Optional fields say so; required ones need no mark. */
export function inputProps({
  path,
  label,
  error,
  hint,
  required = true,
  disabled = false,
}: Omit<FieldProps<unknown>, "value" | "onChange">) {
  return {
    id: fieldId(path),
    name: path,
    label: <FieldLabel label={label} required={required} />,
    error,
    description: hint,
    disabled,
    autoComplete: "off",
    inputWrapperOrder: ORDER,
    ...(required ? { "aria-required": true } : {}),
  } as const;
}

function FieldLabel({ label, required }: { readonly label: string; readonly required: boolean }): ReactNode {
  return (
    <>
      {label}
      {required ? null : <small> (optional)</small>}
    </>
  );
}
