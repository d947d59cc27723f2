import type { Data, Edited, RecordSpec } from "@/components/admin/record-form/definitions/record-spec";
import { changedFields } from "@/components/admin/record-form/state/values";
import type { Difference } from "@/components/admin/saving/conflict-view";
import type { SavedRecord } from "@/components/admin/saving/send";

/** The fields that are not as they were in the record, as they are sent; all of them for a new one. Numbers kept as written count as the same. */
export function changesOf<Values extends Edited>({ bodyOf, valuesOf }: RecordSpec<Values>, edited: Values): Data {
  const { base } = edited;
  return base === null ? bodyOf(edited) : changedFields(bodyOf(valuesOf(base)), bodyOf(edited));
}

/** Fields that mine and the version saved meanwhile would have differently. Mine is preferred where I changed the field. */
export function differencesOf<Values extends Edited>(
  spec: RecordSpec<Values>,
  mine: Values,
  current: SavedRecord,
): readonly Difference[] {
  const theirs = spec.valuesOf(current);
  const differing = changedFields(spec.bodyOf(theirs), spec.bodyOf(mine));
  const changed = changesOf(spec, mine);
  return spec.fields
    .filter((field) => field in differing)
    .map((field) => ({
      field,
      label: field === "citations" ? "Sources" : (spec.labelOf(field) ?? field),
      mine: spec.textOf(mine, field),
      theirs: spec.textOf(theirs, field),
      preferred: field in changed ? "mine" : "theirs",
    }));
}

/** The version saved meanwhile with the chosen fields of mine laid over it. */
export function mergedValues<Values extends Edited>(
  { valuesOf }: RecordSpec<Values>,
  mine: Values,
  current: SavedRecord,
  fields: readonly string[],
): Values {
  const own = Object.entries(mine).filter(([name]) => fields.includes(name));
  const { cause, reason } = mine;
  return { ...valuesOf(current), ...Object.fromEntries(own), ...(cause === undefined ? {} : { cause }), reason };
}
