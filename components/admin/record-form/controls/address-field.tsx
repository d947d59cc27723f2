"use client";

import type { FieldProps } from "@/components/admin/fields/field-id";
import { pathWithin, useField, useFormScope, valuesWithin } from "@/components/admin/fields/form-fields";
import { TextField } from "@/components/admin/fields/text-field";
import { useAddress } from "@/components/admin/fields/use-address";
import { withAddress } from "@/components/admin/record-form/state/fill-from-address";
import { readSourceAddress } from "@/lib/reading/article/source-address";

/**
 * The web address of the source at a path; what it tells fills in the fields beside it. Within another record (`at` is not ""), a source
 * that has this address already can be taken instead.
 */
export function AddressField({ at, ...field }: FieldProps<string> & { readonly at: string }) {
  const { form, known } = useFormScope();
  const { value, disabled = false } = useField(field);
  const source = valuesWithin(form, at);
  const take = (typed: string, sources = known, sourcesBefore = sources) => {
    for (const [name, told] of Object.entries(withAddress(source, typed, sources, sourcesBefore))) {
      if (told !== source[name]) form.getInputProps(pathWithin(at, name)).onChange(told);
    }
  };
  const address = useAddress(disabled ? "" : value, (before, after) => take(value, after, before));
  const existing = at === "" ? null : (readSourceAddress(value, known)?.existing ?? null);
  return (
    <div>
      <TextField
        {...field}
        type="url"
        onChange={(typed) => {
          address.typed();
          take(typed);
        }}
      />
      {existing === null ? null : (
        <div className="field-cures" role="status">
          <button type="button" className="btn small" onClick={() => form.getInputProps(at).onChange(existing.slug)}>
            Recorded already: use “{existing.title}”
          </button>
        </div>
      )}
    </div>
  );
}
