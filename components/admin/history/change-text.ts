import { labelOf } from "@/components/admin/figure-form/state/figure-fields";
import { DEFINITIONS } from "@/components/admin/record-form/definitions/definitions";
import { fieldsOf } from "@/components/admin/record-form/definitions/field";
import { FIGURE_CHOICES } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import type { AdminResource } from "@/lib/figures/admin-records";

export const KINDS: Readonly<Record<string, string>> = {
  created: "Added",
  updated: "Changed",
  published: "Published",
  retracted: "Retracted",
  restored: "Restored",
  imported: "Imported",
  undone: "Import undone",
};

export const CAUSES_SHOWN: Readonly<Record<string, string>> = {
  typo: "Our typo",
  source_corrected: "The source corrected it",
  newer_figure: "A newer figure",
  retracted: "Retracted",
  other: "Other",
};

const STATES: Readonly<Record<string, string>> = { draft: "Draft", published: "Published", retracted: "Retracted" };

/** The name of a field of a resource, as its form has it. */
export function fieldName(resource: AdminResource, field: string): string {
  if (field === "status" || field === "retracted") return field === "status" ? "Status" : "Retracted";
  if (field === "citations") return "Sources";
  if (field === "replacedBy") return "Replaced by";
  const known =
    resource === "figures" ? labelOf(field) : fieldsOf(DEFINITIONS[resource]).find(({ name }) => name === field)?.label;
  return known ?? field;
}

/** What a field held, for reading; "" for nothing. `nameOf` gives the name behind a key. */
export function changeText(
  resource: AdminResource,
  field: string,
  value: unknown,
  nameOf: (key: string) => string = (key) => key,
): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return String(isPlace(resource, field) ? value + 1 : value);
  if (typeof value === "string") return choiceText(resource, field, value) ?? nameOf(value);
  if (Array.isArray(value)) return value.map((each) => changeText(resource, field, each, nameOf)).join("; ");
  const parts = Object.entries(value as Readonly<Record<string, unknown>>).filter(([name]) => name !== "role");
  return parts
    .map(([name, part]) =>
      name === "phrase" && typeof part === "string" ? `“${part}”` : changeText(resource, name, part, nameOf),
    )
    .filter((text) => text !== "")
    .join(", ");
}

/** Places count from 0 in the record and from 1 for people. */
function isPlace(resource: AdminResource, field: string): boolean {
  return field === "position" && (resource === "charts" || resource === "topics");
}

function choiceText(resource: AdminResource, field: string, value: string): string | null {
  if (field === "status") return STATES[value] ?? value;
  if (resource === "figures") return FIGURE_CHOICES[field]?.[value] ?? null;
  const known = fieldsOf(DEFINITIONS[resource]).find(({ name }) => name === field);
  return known?.kind === "choice" ? (known.choices[value] ?? null) : null;
}

const INSTANT = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** An instant as day and time in UTC. */
export function instantText(at: string): string {
  return `${INSTANT.format(new Date(at))} UTC`;
}
