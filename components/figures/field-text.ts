import { OUTLOOKS, SPEAKER_KINDS, WORDINGS_SHOWN } from "@/components/figures/labels";
import { LOCALE } from "@/components/layout/locale";
import { exactNumber } from "@/lib/format/number";
import { edtfText } from "@/lib/format/period";

const NAMES: Readonly<Record<string, string>> = {
  metric: "Metric",
  region: "Region",
  organisation: "Organisation",
  wording: "Wording",
  value: "Value",
  valueHigh: "Upper value",
  qualifier: "Qualifier",
  alternative: "Conversion",
  alternativeUnit: "Currency of the conversion",
  period: "Period",
  asOf: "As of",
  speaker: "Said by",
  speakerKind: "Kind of speaker",
  outlook: "Outcome or target",
  note: "Note",
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

const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wording: WORDINGS_SHOWN,
  speakerKind: SPEAKER_KINDS,
  outlook: OUTLOOKS,
};

const NUMBERS = ["value", "valueHigh", "alternative"];

/** What a field of a figure's input said, as its history keeps it, for reading; "none" for null. */
export function fieldText(field: string, value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (field === "citations") return (value as readonly CitationKept[]).map(citationText).join("; ") || "none";
  const text = String(value);
  if (NUMBERS.includes(field)) return exactNumber(text, LOCALE);
  if (field === "period" || field === "asOf" || field === "source.published") return spanText(text);
  return CHOICES[field]?.[text] ?? text;
}

interface CitationKept {
  readonly source: string;
  readonly locator: string | null;
  readonly phrase: string | null;
}

function citationText({ source, locator, phrase }: CitationKept): string {
  return [phrase === null ? source : `“${phrase}” (${source})`, locator].filter((part) => part !== null).join(", ");
}

function spanText(edtf: string): string {
  const [start = "", end] = edtf.split("/");
  if (end === undefined) return edtfText(start, LOCALE);
  if (start === "..") return `until ${edtfText(end, LOCALE)}`;
  return end === ".." ? `from ${edtfText(start, LOCALE)}` : `${edtfText(start, LOCALE)} to ${edtfText(end, LOCALE)}`;
}
