import type { Field } from "@/components/admin/record-form/definitions/field";
import { type FormChoices, nameOf } from "@/components/admin/record-form/state/form-part";
import type { CitationValue, FieldValue, FigureValue, NamedValue } from "@/components/admin/record-form/state/values";

/** What a field holds, as text for reading side by side; "" for nothing. */
export function valueText(field: Field, value: FieldValue, choices: FormChoices): string {
  switch (field.kind) {
    case "choice":
      return typeof value === "string" ? (field.choices[value] ?? value) : (field.none ?? "");
    case "record":
      if (typeof value === "string") return nameOf(choices[field.of] ?? [], value);
      return (value as NamedValue | null)?.name ?? "";
    case "records":
      return ((value ?? []) as readonly string[]).map((key) => nameOf(choices[field.of] ?? [], key)).join(", ");
    case "figures":
      return ((value ?? []) as readonly FigureValue[])
        .map(({ figure, label }) => (label === "" ? figure : `${label} (${figure})`))
        .join(", ");
    case "citations":
      return ((value ?? []) as readonly CitationValue[])
        .map(({ source, locator, phrase }) => {
          const title = source === null ? "no source" : nameOf(choices.sources ?? [], source);
          return [title, locator, phrase === "" ? "" : `“${phrase}”`].filter((part) => part !== "").join(", ");
        })
        .join("; ");
    default:
      return typeof value === "string" ? value : "";
  }
}
