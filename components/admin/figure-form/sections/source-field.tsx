"use client";

import { useField } from "@/components/admin/fields/form-fields";
import { EMPTY_SOURCE, type NewSource } from "@/components/admin/figure-form/state/figure-draft";
import { ReferenceField } from "@/components/admin/record-form/controls/field-control";

/** The source of a citation: one on record, or a new one in place. */
export function SourceField({
  path,
  begin = newSource,
}: {
  readonly path: string;
  /** What a new source begins with, from what was typed. */
  readonly begin?: (typed: string) => NewSource;
}) {
  const field = { path, label: "Source" };
  const { value, onChange } = useField<string | null | object>(field);
  const isNew = value !== null && typeof value === "object";
  return (
    <div>
      <ReferenceField {...field} of="sources" begin={begin} />
      {isNew ? null : (
        <div className="field-cures">
          <button type="button" className="linklike" onClick={() => onChange(begin(""))}>
            Add a new source
          </button>
        </div>
      )}
    </div>
  );
}

/** A new source from what stands in the box: an address, or the beginning of a title. */
function newSource(typed: string): NewSource {
  return /^(?:https?:\/\/|www\.|10\.\d{4})/i.test(typed)
    ? { ...EMPTY_SOURCE, url: typed }
    : { ...EMPTY_SOURCE, title: typed };
}
