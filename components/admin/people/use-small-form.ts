"use client";

import { useForm } from "@mantine/form";
import { useState } from "react";
import { accessTo } from "@/components/admin/fields/form-fields";
import { useAsking } from "@/components/admin/people/use-asking";

/**
 * A short form that asks the site for a change. `scope` stands before the names of its fields in their paths, since a page may have
 * several forms. What it `said` when something was done goes away with the next change.
 */
export function useSmallForm<Values extends Readonly<Record<string, unknown>>>(scope: string, initial: Values) {
  const [said, say] = useState<string | null>(null);
  const form = useForm<Record<string, Values>>({
    initialValues: { [scope]: initial },
    onValuesChange: () => say(null),
  });
  const { issueAt, ...asking } = useAsking(scope);
  const errors = Object.fromEntries(Object.keys(initial).map((name) => [`${scope}.${name}`, issueAt(name)]));
  return {
    ...asking,
    fields: accessTo(form.values, errors, (path, value) => form.setFieldValue(path, value as never)),
    values: form.values[scope] ?? initial,
    reset: form.reset,
    said,
    say,
  };
}

/** A short form, as it is shown. */
export type SmallFormState = Pick<ReturnType<typeof useSmallForm>, "fields" | "said" | "trouble" | "isBusy">;
