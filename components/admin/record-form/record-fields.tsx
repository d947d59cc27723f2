"use client";

import { issuesIn } from "@/components/admin/fields/error-summary";
import { useFormScope } from "@/components/admin/fields/form-fields";
import { CitationsControl } from "@/components/admin/record-form/controls/citations-control";
import { FieldRows } from "@/components/admin/record-form/controls/field-control";
import { FiguresControl } from "@/components/admin/record-form/controls/figures-control";
import { RecordsControl } from "@/components/admin/record-form/controls/records-control";
import type { Definition, ListField } from "@/components/admin/record-form/definitions/field";

/** The fields of a record, part by part, in its own form. `lockedField` is shown and cannot be changed. */
export function RecordFields({
  definition,
  lockedField,
}: {
  readonly definition: Definition;
  readonly lockedField: string | null;
}) {
  return definition.parts.map(({ heading, rows }) => (
    <div className="fields" key={rows[0]?.[0]?.name}>
      {heading === null ? null : <h2 className="field-part">{heading}</h2>}
      <FieldRows rows={rows} at="" lockedField={lockedField} List={ListControl} />
    </div>
  ));
}

/** The control of a field that holds several things in order. */
function ListControl({ field }: { readonly field: ListField }) {
  const { form, choices, disabled } = useFormScope();
  const { value, onChange } = form.getInputProps(field.name);
  const control = { value, onChange, choices, issues: issuesIn(form.errors), disabled };
  switch (field.kind) {
    case "records":
      return <RecordsControl field={field} {...control} />;
    case "figures":
      return <FiguresControl field={field} {...control} />;
    case "citations":
      return <CitationsControl field={field} {...control} />;
  }
}
