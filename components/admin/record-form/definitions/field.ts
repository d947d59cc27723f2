import type { ReactNode } from "react";
import type { AdminResource } from "@/lib/figures/admin-records";
import type { ChoiceResource } from "@/lib/figures/figure-choices";

interface Named {
  /** Name of the field in the resource's input. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** A hint that follows what stands in the form. */
  readonly hintFor?: (values: Readonly<Record<string, unknown>>) => string;
  readonly isOptional?: true;
  /** Whether it is asked for, by what stands in the other fields. Where it is not, `unasked` is sent: null unless it says otherwise. */
  readonly isAsked?: (values: Readonly<Record<string, unknown>>) => boolean;
  readonly unasked?: string;
}

/** One field of a resource: everything a form needs to know to show, read and send it. */
export type Field = Named &
  (
    | { readonly kind: "line"; readonly mode?: "url" }
    | { readonly kind: "text"; readonly rows: number }
    /** A whole number, or nothing. `offset` is added for people: a place counted from 0 is shown from 1. */
    | { readonly kind: "whole"; readonly offset?: number }
    | { readonly kind: "date" }
    /** The web address of a source; what it tells fills in the fields beside it. */
    | { readonly kind: "address" }
    | { readonly kind: "choice"; readonly choices: Readonly<Record<string, string>>; readonly none?: string }
    /** One record. Where it `isAddable`, a new one may be made with it by its name. */
    | { readonly kind: "record"; readonly of: ChoiceResource; readonly one: string; readonly isAddable?: true }
    /** Several records in an order that the editor decides. */
    | { readonly kind: "records"; readonly of: ChoiceResource; readonly one: string }
    | { readonly kind: "figures" }
    | { readonly kind: "citations" }
  );

/** A field that holds several things in order; only a record's own form has such. */
export type ListField = Extract<Field, { readonly kind: "records" | "figures" | "citations" }>;

/** Fields that stand together under a heading, in rows. */
interface FieldPart {
  readonly heading: string | null;
  /**
   * How it stands in a form that makes the record together with another one: folded away, or left out. Unless it says so, as in the
   * record's own form.
   */
  readonly within?: "folded" | "left out";
  readonly rows: readonly (readonly Field[])[];
}

/** How a resource is edited. */
export interface Definition {
  readonly parts: readonly FieldPart[];
  /** What a new record begins with, by field. */
  readonly initial: Readonly<Record<string, unknown>>;
  /** The field that is the record's key and cannot change; null where the key follows from the name. */
  readonly keyField: string | null;
}

/** Resources that are edited by a form of fields; figures have a form of their own. */
export type FormResource = Exclude<AdminResource, "figures">;

/** Every field of a definition, in the order of the page. */
export function fieldsOf({ parts }: Definition): readonly Field[] {
  return parts.flatMap(({ rows }) => rows.flat());
}
