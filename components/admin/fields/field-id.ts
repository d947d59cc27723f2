import type { ReactNode } from "react";

/** The id of the control of a field, from its path in the record ("citations.0.source"). Error messages find their field by it. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll(".", "-")}`;
}

/** What every field takes. `path` is that of the API's issues; `error` stands at the field until it is cured. */
export interface FieldProps {
  readonly path: string;
  readonly label: string;
  readonly error?: string | null | undefined;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
}
