import type { Choice } from "@/components/admin/fields/choice";
import { type Issue, messageAt } from "@/components/admin/fields/error-summary";
import type { Field } from "@/components/admin/record-form/definitions/field";
import type { FieldValue } from "@/components/admin/record-form/state/values";
import type { ChoiceResource } from "@/lib/figures/figure-choices";

export type FormChoices = Readonly<Partial<Record<ChoiceResource, readonly Choice[]>>>;

/** What the control of one field is given. */
export interface ControlProps<Value extends FieldValue = FieldValue> {
  readonly field: Field;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly choices: FormChoices;
  readonly issues: readonly Issue[];
  readonly disabled: boolean;
}

/** What every control of the form passes on to its input. */
export function inputOf({ field, issues, disabled }: Pick<ControlProps, "field" | "issues" | "disabled">) {
  const { name, label, hint, isOptional } = field;
  return {
    path: name,
    label,
    error: messageAt(issues, name),
    required: isOptional !== true,
    disabled,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** The choices of a resource; none where a form was not given them. */
export function choicesOf(choices: FormChoices, resource: ChoiceResource): readonly Choice[] {
  return choices[resource] ?? [];
}

/** The name of a record by its key, or the key itself where it is not among the choices (a retracted one). */
export function nameOf(choices: readonly Choice[], key: string): string {
  return choices.find((choice) => choice.key === key)?.name ?? key;
}
