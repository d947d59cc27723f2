import type { Issue } from "@/components/admin/fields/error-summary";
import { DEFINITIONS } from "@/components/admin/record-form/definitions/definitions";
import { type Definition, type FormResource, fieldsOf } from "@/components/admin/record-form/definitions/field";
import type { FormChoices } from "@/components/admin/record-form/state/form-part";
import { valueText } from "@/components/admin/record-form/state/value-text";
import { type FieldValue, type FormValues, toInput, toValues } from "@/components/admin/record-form/state/values";
import type { SavedRecord } from "@/components/admin/saving/send";
import type { AdminResource } from "@/lib/figures/admin-records";
import { parseNew } from "@/lib/schemas/resources";

export type Data = Readonly<Record<string, unknown>>;
export type WantedStatus = "draft" | "published";

/** What every form of a record holds beside the fields of its resource. */
export interface Edited {
  /** The record as it was when the person began to change it; null for a new one. */
  readonly base: SavedRecord | null;
  readonly cause?: string | null;
  /** Why it is changed; "" for nothing. */
  readonly reason: string;
}

/** What the form of a record has to know of its resource. */
export interface RecordSpec<Values extends Edited> {
  readonly resource: AdminResource;
  /** Fields that can be changed, in the order of the page. */
  readonly fields: readonly string[];
  /** Whether what an older page may have kept are values of this form. */
  readonly isValues: (stored: unknown) => stored is Values;
  readonly valuesOf: (record: SavedRecord) => Values;
  /** What is sent, by field. */
  readonly bodyOf: (values: Values) => Data;
  /** What keeps values from being saved, with paths of the form. */
  readonly issuesOf: (values: Values, status: WantedStatus | null) => readonly Issue[];
  /** The path in the form of a path in the body. */
  readonly pathOf?: (values: Values, path: string) => string;
  readonly labelOf: (path: string) => string | null;
  /** What a field says, for reading; "" for nothing. */
  readonly textOf: (values: Values, field: string) => string;
}

/** Values of a form that follows a definition. */
export type RecordValues = Edited & FormValues;

/** What the form of a new record begins with. */
export function newValues(resource: FormResource, beginning: Data = {}): RecordValues {
  const definition = DEFINITIONS[resource];
  return { ...toValues(definition, { ...definition.initial, ...beginning }), base: null, reason: "" };
}

/** The form of any resource but figures, as its definition has it. */
export function specOf(resource: FormResource, choices: FormChoices): RecordSpec<RecordValues> {
  const definition = DEFINITIONS[resource];
  const fields = fieldsOf(definition);
  const fieldAt = (path: string) => fields.find(({ name }) => name === path.split(".")[0]);
  return {
    resource,
    fields: fields.map(({ name }) => name),
    isValues: (stored): stored is RecordValues =>
      typeof stored === "object" && stored !== null && "base" in stored && fields.every(({ name }) => name in stored),
    valuesOf: (record) => ({ ...toValues(definition, record), base: record, reason: "" }),
    bodyOf: (values) => toInput(definition, values),
    issuesOf: (values, status) => {
      const whole = {
        ...toInput(definition, values),
        ...keyOf(definition, values),
        ...statusOf(resource, values, status),
      };
      const parsed = parseNew(resource, whole);
      return parsed.ok ? [] : parsed.issues.map((issue) => inOurWords(definition, issue));
    },
    labelOf: (path) => fieldAt(path)?.label ?? null,
    textOf: (values, name) => {
      const field = fieldAt(name);
      return field === undefined ? "" : valueText(field, (values[name] ?? null) as FieldValue, choices);
    },
  };
}

/** The key of a record that has its key among its fields: it stays as it is. */
function keyOf({ keyField }: Definition, { base }: Edited): Data {
  return keyField === null || base === null ? {} : { [keyField]: base.key };
}

/** The status that a record will have, as its schema has it; nothing for a resource without drafts. */
function statusOf(resource: FormResource, { base }: Edited, status: WantedStatus | null): Data {
  if (resource !== "milestones" && resource !== "charts") return {};
  const now = status ?? base?.status;
  return now === "draft" || now === "published" ? { status: now } : {};
}

/** Sentences for what the schema can only call missing, by the kind of field. */
function inOurWords(definition: Definition, issue: Issue): Issue {
  const field = fieldsOf(definition).find(({ name }) => name === issue.path);
  const isMissing = issue.code === "missing" || issue.message === "Fill this in";
  if (!isMissing || field === undefined) {
    return /\.source$/.test(issue.path) && isMissing ? { ...issue, message: "Choose the source" } : issue;
  }
  if (field.kind === "record") return { ...issue, message: `Choose the ${field.one}` };
  return field.kind === "choice" ? { ...issue, message: "Choose one" } : issue;
}
