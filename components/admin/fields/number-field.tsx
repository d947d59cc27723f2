"use client";

import { TextInput } from "@mantine/core";
import { inputProps } from "@/components/admin/fields/field-frame";
import type { FieldProps } from "@/components/admin/fields/field-id";
import { useField } from "@/components/admin/fields/form-fields";
import { useLate } from "@/components/admin/fields/use-late";
import { useFieldLeft } from "@/components/admin/fields/use-left";
import { useTypedBefore } from "@/components/admin/fields/use-typed-before";
import { LOCALE } from "@/components/ui/locale";
import { exactNumber } from "@/lib/format/number";
import { readNumberIn } from "@/lib/importing/units/number-in-unit";
import type { Measured } from "@/lib/importing/units/row-unit";
import { readNumber } from "@/lib/numbers/read-number";

/** A number as it stands in a form: text as typed, or the digits that the person chose when the text could mean two numbers. */
export type NumberText = string | { readonly digits: string };

/** A person in the middle of a number is not told that it is unfinished. */
const REST_MS = 700;

/** What a number in a form is as plain digits; null when it is none (yet). */
export function digitsOf(value: NumberText): string | null {
  const reading = typeof value === "string" ? readNumber(value) : readNumber(value.digits, "plain");
  return reading.ok ? reading.digits : null;
}

/**
 * A number, read as it is typed. What is none is answered with cause and cure when typing rests, and stays in the box; what may mean two
 * numbers is asked back with a button for each. `onWords` is offered for text that holds more than a number ("about 2,000").
 */
export function NumberField({
  onWords,
  metric = null,
  ...field
}: FieldProps<NumberText> & {
  readonly onWords?: (text: string) => void;
  /** Whose unit the number may be typed with ("12.3%"). */
  readonly metric?: Measured | null;
}) {
  const { value, onChange, ...shown } = useField(field);
  const { left, leave, stay } = useFieldLeft();
  const text = typeof value === "string" ? value : value.digits;
  useTypedBefore(field.path, text, onChange);
  const rested = useLate(text, REST_MS) === text;
  const reading = typeof value === "string" ? readNumberIn(value, metric) : readNumber(value.digits, "plain");
  const isBlank = text.trim() === "";
  const isSaid = !isBlank && (left || rested);
  const problem = !reading.ok && isSaid ? reading : null;
  const understood = reading.ok ? exactNumber(reading.digits, LOCALE) : null;
  const hint =
    understood !== null && understood !== text.trim() ? (
      <>
        Understood: <b>{understood}</b>
        {field.hint ? <>. {field.hint}</> : null}
      </>
    ) : (
      field.hint
    );
  const holdsWords =
    problem !== null && onWords !== undefined && (problem.code === "wording" || problem.code === "unit");

  return (
    <div>
      <TextInput
        {...inputProps({ ...shown, hint, error: problem?.message ?? shown.error })}
        {...(problem ? { errorProps: { role: "alert" } } : {})}
        inputMode="text"
        value={text}
        onChange={(event) => {
          stay();
          onChange(event.currentTarget.value);
        }}
        onBlur={() => {
          leave();
          // The unit is the metric's: what stays is the number.
          if (reading.ok && digitsOf(value) === null) onChange({ digits: reading.digits });
        }}
      />
      {problem ? (
        <div className="field-cures">
          {problem.choices.map((digits) => (
            <button key={digits} type="button" className="btn small" onClick={() => onChange({ digits })}>
              {choiceText(digits)}
            </button>
          ))}
          {holdsWords ? (
            <button type="button" className="btn small" onClick={() => onWords(text)}>
              Read “{text.trim()}” for me
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** "It is 1,234", or "It is 1.234, between 1 and 2" for people whose thousands have a point. */
function choiceText(digits: string): string {
  const text = `It is ${exactNumber(digits, LOCALE)}`;
  const whole = Math.floor(Number(digits));
  return digits.includes(".")
    ? `${text}, between ${exactNumber(String(whole), LOCALE)} and ${exactNumber(String(whole + 1), LOCALE)}`
    : text;
}
