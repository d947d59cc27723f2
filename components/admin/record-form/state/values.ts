import { type Definition, type Field, fieldsOf } from "@/components/admin/record-form/definitions/field";

/** A citation as it stands in a form. */
export interface CitationValue {
  readonly source: string | null;
  readonly locator: string;
  readonly phrase: string;
  /** Kept from the record, not shown: what the form does not know it must not lose. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** A figure named in a chart, as it stands in a form. */
export interface FigureValue {
  readonly figure: string;
  readonly label: string;
}

/** A new record that is made together with the one it belongs to; position from 0, after all others. */
export interface NamedValue {
  readonly name: string;
  readonly position?: number;
}

/** What a field holds while it is edited. */
export type FieldValue =
  | string
  | null
  | NamedValue
  | readonly string[]
  | readonly CitationValue[]
  | readonly FigureValue[];

/** What stands in a form, by field: a FieldValue each, beside what the form itself keeps. */
export type FormValues = Readonly<Record<string, unknown>>;

type Data = Readonly<Record<string, unknown>>;

/** A record (or what a new one begins with) as it stands in a form. */
export function toValues(definition: Definition, record: Data): FormValues {
  return Object.fromEntries(fieldsOf(definition).map((field) => [field.name, toValue(field, record[field.name])]));
}

function toValue(field: Field, given: unknown): FieldValue {
  switch (field.kind) {
    case "line":
    case "text":
    case "date":
    case "address":
      return typeof given === "string" ? given : "";
    case "whole":
      return typeof given === "number" ? String(given + (field.offset ?? 0)) : "";
    case "choice":
    case "record":
      return typeof given === "string" ? given : null;
    case "records":
      return (given ?? []) as readonly string[];
    case "figures":
      return ((given ?? []) as readonly { figure: string; label: string | null }[]).map(({ figure, label }) => ({
        figure,
        label: label ?? "",
      }));
    case "citations":
      return ((given ?? []) as readonly Data[]).map(({ source, locator, phrase, ...rest }) => ({
        source: typeof source === "string" ? source : null,
        locator: typeof locator === "string" ? locator : "",
        phrase: typeof phrase === "string" ? phrase : "",
        rest,
      }));
  }
}

/**
 * What a form holds as the API takes it. Empty text is null, and so is what is not asked for; what is not a whole number is sent as
 * typed, to be answered. What the values do not name is not sent.
 */
export function toInput(definition: Definition, values: FormValues): Data {
  return Object.fromEntries(
    fieldsOf(definition).flatMap((field): [string, unknown][] => {
      const value = values[field.name];
      if (field.isAsked?.(values) === false) return [[field.name, field.unasked ?? null]];
      return value === undefined ? [] : [[field.name, toSent(field, value as FieldValue)]];
    }),
  );
}

const orNull = (text: string) => (text.trim() === "" ? null : text);

function toSent(field: Field, value: FieldValue): unknown {
  switch (field.kind) {
    case "line":
    case "text":
    case "date":
    case "address":
      return typeof value === "string" ? orNull(value) : null;
    case "whole":
      return wholeOf(value, field.offset ?? 0);
    case "figures":
      return (value as readonly FigureValue[]).map(({ figure, label }) => ({ figure, label: orNull(label) }));
    case "citations":
      return (value as readonly CitationValue[]).map(({ source, locator, phrase, rest }) => ({
        ...rest,
        source: source ?? "",
        locator: orNull(locator),
        phrase: orNull(phrase),
      }));
    default:
      return value;
  }
}

function wholeOf(value: FieldValue, offset: number): number | string | null {
  const text = typeof value === "string" ? value.trim() : "";
  if (text === "") return null;
  return /^-?\d{1,9}$/.test(text) ? Number(text) - offset : text;
}

/** The fields of an input that are not as they were, with what they are now. */
export function changedFields(before: Data, after: Data): Data {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify(before[name] ?? null),
    ),
  );
}
