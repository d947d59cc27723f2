"use client";

import type { GetInputPropsReturnType } from "@mantine/form";
import { createContext, type ReactNode, useContext } from "react";
import type { FieldProps } from "@/components/admin/fields/field-id";
import { valueAt } from "@/components/admin/fields/value-at";
import type { FormChoices } from "@/components/admin/record-form/state/form-part";
import type { FormValues } from "@/components/admin/record-form/state/values";
import type { KnownSource } from "@/lib/reading/article/source-address";

/** A form as its fields see it: each is read and written by its path ("citations.0.source.url"). */
export interface FormAccess {
  readonly values: object;
  /** Messages by the paths of their fields. */
  readonly errors: Readonly<Record<string, ReactNode>>;
  /** What stands in a field, what is wrong with it, and where a change goes. The type of a value is known to its field, not to the form. */
  readonly getInputProps: (path: string) => GetInputPropsReturnType;
}

interface FormScope {
  readonly form: FormAccess;
  /** Records that can be chosen, by resource. */
  readonly choices: FormChoices;
  /** Sources on record, for what an address tells. */
  readonly known: readonly KnownSource[];
  /** Whether nothing can be changed. */
  readonly disabled: boolean;
}

const Scope = createContext<FormScope | null>(null);

/** The fields of a form: those within take what they show from it, by their paths. */
export function FormFields({
  form,
  choices = {},
  known = [],
  disabled = false,
  children,
}: Partial<FormScope> & { readonly form: FormAccess; readonly children: ReactNode }) {
  return <Scope value={{ form, choices, known, disabled }}>{children}</Scope>;
}

/** Values that are not those of a form of their own, as fields see them. */
export function accessTo(
  values: object,
  errors: FormAccess["errors"],
  setAt: (path: string, value: unknown) => void,
): FormAccess {
  const getInputProps = (path: string) => ({
    value: valueAt(values, path),
    error: errors[path] ?? null,
    onChange: (value: unknown) => setAt(path, value),
  });
  return { values, errors, getInputProps };
}

/** The path of a field within the record at a path; "" is the form itself. */
export function pathWithin(at: string, name: string): string {
  return at === "" ? name : `${at}.${name}`;
}

/** What stands in the record at a path; "" is the form itself. */
export function valuesWithin(form: FormAccess, at: string): FormValues {
  return at === "" ? { ...form.values } : form.getInputProps(at).value;
}

/** The form around a component, with what can be chosen in it. Throws where there is none. */
export function useFormScope(): FormScope {
  const scope = useContext(Scope);
  if (scope === null) throw new Error("A field that takes its value by its path stands within <FormFields>");
  return scope;
}

/**
 * A field with what stands in it: from the form around it, by its path, unless its caller gives a value, a message or a place for
 * changes of its own. Throws where there is neither.
 */
export function useField<Value>(
  field: FieldProps<Value>,
): FieldProps<Value> & { readonly value: Value; readonly onChange: (value: Value) => void } {
  const scope = useContext(Scope);
  const { path, value, onChange, error, disabled } = field;
  const input = scope?.form.getInputProps(path);
  if (input === undefined && (value === undefined || onChange === undefined)) {
    throw new Error(`The field “${path}” stands in no form and is given no value`);
  }
  return {
    ...field,
    value: value === undefined ? input?.value : value,
    onChange: onChange ?? ((next: Value) => input?.onChange(next)),
    error: error === undefined ? (input?.error ?? null) : error,
    disabled: disabled ?? scope?.disabled ?? false,
  };
}
