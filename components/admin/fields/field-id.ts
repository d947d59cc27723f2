import type { ReactNode } from "react";

/** The id of the control of a field, from its path in the record ("citations.0.source"). Error messages find their field by it. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll(".", "-")}`;
}

/**
 * What every field takes. `path` is that of the form and of the API's issues. Value, message and `onChange` are given only where they
 * are not those of the form around the field.
 */
export interface FieldProps<Value> {
  readonly path: string;
  readonly label: string;
  readonly value?: Value;
  readonly onChange?: (value: Value) => void;
  readonly error?: ReactNode;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
}
