import { byName } from "@/lib/figures/by-name";
import { CITATION_FIELDS, CITATION_NAMES } from "@/lib/figures/citation-fields";
import { type FIGURE_FIELDS, type FigureField, fieldSpec, TABLE_FIELDS } from "@/lib/figures/figure-fields";
import { visibleText } from "@/lib/figures/visible-text";

/** A field that a column of an imported file may hold, by the name that our own files give it. */
interface ImportField {
  /** Heading shown where columns are matched by hand. */
  readonly label: string;
  /** Other headers that mean it, in the folded form of foldHeader. */
  readonly alike: readonly string[];
}

type Specs = typeof FIGURE_FIELDS;
type Ends = Specs["period"]["start" | "end"];
type FigureHeader = Specs[FigureField]["csv"] | Ends["csv"];

const { metric, region, organisation, wording, qualifier, value, value_high, ...others } = Object.fromEntries(
  TABLE_FIELDS.flatMap((name) => {
    const field = fieldSpec(name);
    const columns = field.kind === "span" ? [field, field.start, field.end] : [field];
    return columns.map(({ csv, importLabel, alike }) => [csv, { label: importLabel ?? field.label, alike }]);
  }),
) as { readonly [Header in FigureHeader]: ImportField };

export const FIELDS = {
  figure: { label: "Figure (its permanent key)", alike: ["public_id", "figure_key"] },
  import_key: { label: "Figure (your own key)", alike: ["figure_id", "row_id", "row_key"] },
  metric,
  region,
  organisation,
  as_worded: {
    label: "As worded",
    alike: ["worded", "in_words", "phrase_as_worded", "wert_wie_im_text", "wie_im_text"],
  },
  wording,
  qualifier,
  value,
  value_high,
  unit: {
    label: "Unit of the value",
    alike: ["unit_measure", "unit_of_measure", "units", "einheit", "unité", "unidad", "单位"],
  },
  unit_multiplier: { label: "Unit multiplier (power of ten)", alike: ["unit_mult", "powercode_code"] },
  ...others,
  source: { label: "Source", alike: ["source_id", "source_slug", "source_key", "quelle", "来源"] },
  ...byName(CITATION_NAMES, (name): ImportField => {
    const { importLabel: label, alike } = CITATION_FIELDS[name];
    return { label, alike };
  }),
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
} as const satisfies Readonly<Record<string, ImportField>>;

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
