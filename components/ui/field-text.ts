import { FIGURE_CHOICES } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { byName } from "@/lib/figures/by-name";
import type { CitationContent } from "@/lib/figures/citation-fields";
import { FIGURE_NAMES, fieldSpec, NUMBER_FIELDS } from "@/lib/figures/figure-fields";
import { exactNumber } from "@/lib/format/number";
import { edtfText } from "@/lib/format/period";

const NAMES: Readonly<Record<string, string>> = {
  ...byName(FIGURE_NAMES, (name) => {
    const { label, publicLabel = label } = fieldSpec(name);
    return publicLabel;
  }),
  citations: "Sources",
  "metric.name": "Name",
  "metric.unit": "Unit",
  "metric.kind": "Kind",
  "metric.counted": "What is counted",
  "metric.shareOf": "Share of what",
  "metric.definition": "Definition",
  "region.name": "Name",
  "region.level": "Level",
  "region.parent": "Lies in",
  "organisation.name": "Name",
  "source.title": "Title",
  "source.publisher": "Publisher",
  "source.published": "Published",
  "source.url": "Address",
};

/** What a field of a figure's input is called. */
export function fieldName(field: string): string {
  return NAMES[field] ?? field;
}

const NUMBERS: readonly string[] = NUMBER_FIELDS;

/** What a field of a figure's input said, as its history keeps it, for reading; "none" for null. */
export function fieldText(field: string, value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (field === "citations") return (value as readonly CitationContent[]).map(citationText).join("; ") || "none";
  const text = String(value);
  if (NUMBERS.includes(field)) return exactNumber(text, LOCALE);
  if (field === "period" || field === "asOf" || field === "source.published") return spanText(text);
  return FIGURE_CHOICES[field]?.[text] ?? text;
}

function citationText({ source, locator, phrase }: CitationContent): string {
  return [phrase === null ? source : `“${phrase}” (${source})`, locator].filter((part) => part !== null).join(", ");
}

function spanText(edtf: string): string {
  const [start = "", end] = edtf.split("/");
  if (end === undefined) return edtfText(start, LOCALE);
  if (start === "..") return `until ${edtfText(end, LOCALE)}`;
  return end === ".." ? `from ${edtfText(start, LOCALE)}` : `${edtfText(start, LOCALE)} to ${edtfText(end, LOCALE)}`;
}
