import { visibleText } from "@/lib/figures/visible-text";

/** The fields that a column of an imported file may hold, by the names our own files give them. */
interface FieldSpec {
  /** Heading shown where columns are matched by hand. */
  readonly label: string;
  /** Other headers that mean it, in the folded form of foldHeader. */
  readonly alike: readonly string[];
}

export const FIELDS = {
  figure: { label: "Figure (its permanent key)", alike: ["public_id", "figure_key"] },
  import_key: { label: "Figure (your own key)", alike: ["figure_id", "row_id", "row_key"] },
  metric: {
    label: "Metric",
    alike: ["metric_id", "metric_slug", "metric_key", "indicator", "measure", "kennzahl", "indikator", "指标"],
  },
  region: {
    label: "Region",
    alike: ["region_code", "region_key", "place", "geo", "area", "location", "ref_area", "地区"],
  },
  organisation: { label: "Organisation", alike: ["organization", "organisation_slug", "subject", "company"] },
  as_worded: {
    label: "As worded",
    alike: ["worded", "in_words", "phrase_as_worded", "wert_wie_im_text", "wie_im_text"],
  },
  wording: { label: "Wording", alike: ["word"] },
  qualifier: { label: "Qualifier (such as record)", alike: [] },
  value: {
    label: "Value",
    alike: ["figure_value", "obs_value", "amount", "number", "wert", "valeur", "valor", "数值"],
  },
  value_high: { label: "Upper value of between", alike: ["value_to", "high_value", "upper_value", "value_max"] },
  unit: {
    label: "Unit of the value",
    alike: ["unit_measure", "unit_of_measure", "units", "einheit", "unité", "unidad", "单位"],
  },
  unit_multiplier: { label: "Unit multiplier (power of ten)", alike: ["unit_mult", "powercode_code"] },
  alternative: { label: "Conversion as stated", alike: ["alternative_value", "alt_value"] },
  alternative_unit: { label: "Currency of the conversion", alike: ["alt_unit"] },
  period: {
    label: "Period",
    alike: ["time_period", "time", "year", "date", "reference_period", "zeitraum", "jahr", "année", "年份"],
  },
  period_start: { label: "Period, from", alike: ["start", "from", "start_date", "date_from"] },
  period_end: { label: "Period, to", alike: ["end", "to", "end_date", "date_to"] },
  as_of: { label: "As of", alike: ["as_of_date", "as_at"] },
  speaker: { label: "Speaker", alike: ["said_by", "according_to"] },
  speaker_kind: { label: "Kind of speaker", alike: [] },
  outlook: { label: "Outcome or target", alike: [] },
  note: { label: "Note", alike: ["notes", "comment", "comments", "remark", "remarks"] },
  source: { label: "Source", alike: ["source_id", "source_slug", "source_key", "quelle", "来源"] },
  locator: { label: "Place in the source", alike: ["place_in_source", "paragraph", "page", "pages"] },
  phrase: {
    label: "Phrase that holds the number",
    alike: ["quote", "quotation", "sentence", "zitat", "wortlaut", "原文"],
  },
  prefix: { label: "Words before the phrase", alike: ["phrase_prefix"] },
  suffix: { label: "Words after the phrase", alike: ["phrase_suffix"] },
  role: { label: "Origin or repeat", alike: ["citation_role"] },
  metric_name: { label: "Metric: name", alike: [] },
  metric_unit: { label: "Metric: unit", alike: [] },
  metric_kind: { label: "Metric: kind", alike: [] },
  metric_counted: { label: "Metric: what is counted", alike: ["counted"] },
  metric_share_of: { label: "Metric: share of what", alike: ["share_of"] },
  metric_accumulation: { label: "Metric: stock, flow or ratio", alike: ["accumulation"] },
  metric_higher_is: { label: "Metric: higher is", alike: ["higher_is"] },
  metric_shelf_life_months: { label: "Metric: shelf life in months", alike: ["shelf_life_months"] },
  metric_definition: { label: "Metric: definition", alike: ["definition"] },
  metric_topic: { label: "Metric: topic", alike: ["topic"] },
  region_name: { label: "Region: name", alike: ["place_name"] },
  region_name_local: { label: "Region: local name", alike: ["name_local"] },
  region_level: { label: "Region: level", alike: [] },
  region_parent: { label: "Region: lies in", alike: ["parent_code", "region_parent_code"] },
  organisation_name: { label: "Organisation: name", alike: ["organization_name"] },
  source_title: { label: "Source: title", alike: ["article", "article_title", "headline"] },
  source_url: { label: "Source: address", alike: ["url", "link", "address"] },
  source_publisher: { label: "Source: publisher", alike: ["publisher"] },
  source_authors: { label: "Source: authors", alike: ["author", "authors", "source_author", "by_line", "byline"] },
  source_published: { label: "Source: published", alike: ["published", "published_on", "publication_date"] },
  source_language: { label: "Source: language", alike: ["language"] },
  source_kind: { label: "Source: kind", alike: [] },
  source_accessed: { label: "Source: read on", alike: ["accessed"] },
  source_licence: { label: "Source: licence", alike: ["licence", "license", "source_license"] },
  source_note: { label: "Source: note", alike: [] },
} as const satisfies Readonly<Record<string, FieldSpec>>;

/** Name of a field of an imported row. */
export type FieldName = keyof typeof FIELDS;

export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

/** Columns of our own files that are worked out from others, or that an import decides: they are read over. */
export const NOT_TAKEN: ReadonlySet<string> = new Set([
  "lower_bound",
  "lower_bound_included",
  "upper_bound",
  "upper_bound_included",
  "further_sources",
  "status",
  "version",
  "recorded_at",
]);

/** Whether a text names a field. */
export function isFieldName(text: string): text is FieldName {
  return Object.hasOwn(FIELDS, text);
}

/** A header as it is compared: lower case, words joined by one underscore ("Metric ID" and "metric-id" are metric_id). */
export function foldHeader(header: string): string {
  return visibleText(header)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "");
}
