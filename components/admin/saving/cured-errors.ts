import type { FormErrors } from "@mantine/form";
import { valueAt } from "@/components/admin/fields/value-at";

/** Fields whose messages go away together: what is wrong between them is cured at any of them. By the field that is changed. */
export type Together = Readonly<Record<string, readonly string[]>>;

/** The messages that stay when the values of a form have changed: those of fields that were not touched. */
export function curedErrors(errors: FormErrors, before: object, after: object, together: Together): FormErrors {
  // By what it says: a form copies what a change leaves as it was.
  const textAt = (values: object, path: string) => JSON.stringify(valueAt(values, path));
  const isChanged = (path: string) => textAt(before, path) !== textAt(after, path);
  const beside = Object.keys(together)
    .filter(isChanged)
    .flatMap((path) => together[path] ?? []);
  const left = Object.entries(errors).filter(([path]) => !isChanged(path) && !beside.includes(path));
  return left.length === Object.keys(errors).length ? errors : Object.fromEntries(left);
}
