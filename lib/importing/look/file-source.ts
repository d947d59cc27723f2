import type { FieldName } from "@/lib/importing/fields";
import { NEW_RECORD_FIELDS } from "@/lib/importing/read-row";
import type { Recipe } from "@/lib/importing/table/recipe";

type Constants = Recipe["constants"];
const FIELDS = Object.entries(NEW_RECORD_FIELDS.source) as readonly (readonly [string, FieldName])[];

/** The source that is said for a whole file: a key, a new one by its parts, or null for none. */
export function sourceSaid(constants: Constants): string | null | Readonly<Record<string, string>> {
  if (constants.source !== undefined) return constants.source;
  const parts = FIELDS.flatMap(([part, field]) => {
    const text = constants[field];
    return text === undefined ? [] : [[part, text] as const];
  });
  return parts.length === 0 ? null : Object.fromEntries(parts);
}

/** The same with another source; what is empty of a new one is not said. */
export function withSource(constants: Constants, source: string | null | Readonly<Record<string, unknown>>): Constants {
  const ours = new Set<string>(["source", ...FIELDS.map(([, field]) => field)]);
  const others = Object.fromEntries(Object.entries(constants).filter(([field]) => !ours.has(field)));
  if (source === null) return others;
  if (typeof source === "string") return { ...others, source };
  const said = FIELDS.flatMap(([part, field]) => {
    const text = source[part];
    return typeof text === "string" ? [[field, text] as const] : [];
  });
  return { ...others, ...Object.fromEntries(said) };
}
