import type { Field } from "@/components/admin/record-form/definitions/field";
import { RESOURCE_WORDS } from "@/components/admin/resource-words";
import type { ChoiceResource } from "@/lib/figures/figure-choices";

type Made<Kind extends Field["kind"]> = Extract<Field, { readonly kind: Kind }>;
type More<Kind extends Field["kind"]> = Partial<Omit<Made<Kind>, "kind" | "name" | "label">>;

const maker =
  <Kind extends "line" | "date" | "address" | "whole" | "figures" | "citations">(kind: Kind) =>
  (name: string, label: string, more?: More<Kind>) =>
    ({ kind, name, label, ...more }) as Made<Kind>;

/** Makers of the fields of a form: each takes the name, the label, what its kind needs, and what else is to be said of the field. */
export const line = maker("line");
export const date = maker("date");
export const address = maker("address");
export const whole = maker("whole");
export const figures = maker("figures");
export const citations = maker("citations");

/** Text of several lines. */
export function text(name: string, label: string, rows: number, more?: More<"text">): Field {
  return { kind: "text", name, label, rows, ...more };
}

/** One of few. */
export function choice(
  name: string,
  label: string,
  choices: Readonly<Record<string, string>>,
  more?: More<"choice">,
): Field {
  return { kind: "choice", name, label, choices, ...more };
}

/** One record, or several in order. */
export function record(name: string, label: string, of: ChoiceResource, more?: More<"record">): Field {
  return { kind: "record", name, label, of, one: RESOURCE_WORDS[of].one, ...more };
}
export function records(name: string, label: string, of: ChoiceResource, more?: More<"records">): Field {
  return { kind: "records", name, label, of, one: RESOURCE_WORDS[of].one, ...more };
}
