"use client";

import { fieldsOf } from "@/components/admin/forms/field";
import type { FormChoices } from "@/components/admin/forms/form-part";
import type { useRecordForm } from "@/components/admin/forms/use-record-form";
import { valueText } from "@/components/admin/forms/value-text";
import { toValues } from "@/components/admin/forms/values";
import { ConflictView, type Difference } from "@/components/admin/saving/conflict-view";

/** Both versions side by side where another person saved first; nothing otherwise. */
export function FormConflict({
  form: { definition, edited, saving, saveOnTop },
  choices,
}: {
  readonly form: ReturnType<typeof useRecordForm>;
  readonly choices: FormChoices;
}) {
  const { state } = saving;
  if (state.kind !== "conflict") return null;
  const theirs = toValues(definition, state.current);
  const differences = fieldsOf(definition).flatMap((field): readonly Difference[] => {
    const { name, label } = field;
    if (!state.differing.includes(name)) return [];
    const read = (values: typeof theirs) => valueText(field, values[name] ?? null, choices);
    return [{ field: name, label, mine: read(edited.values), theirs: read(theirs), preferred: "mine" }];
  });
  return (
    <ConflictView
      key={state.current.version}
      differences={differences}
      busy={false}
      onSave={(mine) => void saveOnTop(state.current, mine)}
    />
  );
}
