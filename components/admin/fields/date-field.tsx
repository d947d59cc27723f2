"use client";

import { TextInput } from "@mantine/core";
import { inputProps } from "@/components/admin/fields/field-frame";
import type { FieldProps } from "@/components/admin/fields/field-id";
import { useField } from "@/components/admin/fields/form-fields";
import { useLate } from "@/components/admin/fields/use-late";
import { useFieldLeft } from "@/components/admin/fields/use-left";
import { useTypedBefore } from "@/components/admin/fields/use-typed-before";
import { LOCALE } from "@/components/ui/locale";
import { readDateSpan } from "@/lib/dates/date-text";
import { edtfText } from "@/lib/format/period";

const REST_MS = 900;

/**
 * A date, or a period with `span`, as a person writes it; says what it understood. Empty means not stated. What is no date is
 * said once the person leaves the box or stops typing, and stays in the box.
 */
export function DateField({ span = false, ...field }: FieldProps<string> & { readonly span?: boolean }) {
  const { value, onChange, ...shown } = useField(field);
  const { left, leave, stay } = useFieldLeft();
  useTypedBefore(field.path, value, onChange);
  const rested = useLate(value, REST_MS) === value;
  const problem = value.trim() !== "" && (left || rested) ? dateProblem(value, span) : null;
  const understood = understoodText(value);
  return (
    <TextInput
      {...inputProps({
        ...shown,
        hint: understood === null ? field.hint : <>Understood: {<b>{understood}</b>}</>,
        error: problem ?? shown.error,
      })}
      {...(problem ? { errorProps: { role: "alert" } } : {})}
      value={value}
      onChange={(event) => {
        stay();
        onChange(event.currentTarget.value);
      }}
      onBlur={leave}
    />
  );
}

function dateProblem(text: string, span: boolean): string | null {
  const reading = readDateSpan(text);
  if (!reading.ok) return reading.message;
  if (span || reading.start === reading.end) return null;
  return "One date belongs here, such as 2019 or Feb 2019. A quarter or a span of years is a period";
}

/** What a date text means, in words; null for empty text and for what is no date. */
function understoodText(text: string): string | null {
  const reading = readDateSpan(text);
  if (!reading.ok || (reading.start === null && reading.end === null)) return null;
  const [start, end] = [reading.start, reading.end].map((side) => (side === null ? "open" : edtfText(side, LOCALE)));
  return start === end ? (start ?? null) : `${start} to ${end}`;
}
