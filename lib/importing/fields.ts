import { byName } from "@/lib/figures/by-name";
import { CITATION_FIELDS, CITATION_NAMES } from "@/lib/figures/citation-fields";
import { type FIGURE_FIELDS, type FigureField, fieldSpec, TABLE_FIELDS } from "@/lib/figures/figure-fields";
import { visibleText } from "@/lib/text/visible-text";

/** A field that a column of an imported file may hold, by the name that our own files give it. */
interface ImportField {
  /** Heading shown where columns are matched by hand. */
  readonly label: string;
  /** Other headers that mean it, in the folded form of foldHeader. */
  readonly aliases: readonly string[];
}

type Specs = typeof FIGURE_FIELDS;
type Ends = Specs["period"]["start" | "end"];
type FigureHeader = Specs[FigureField]["csv"] | Ends["csv"];

const { metric, region, organisation, wording, qualifier, value, value_high, ...others } = Object.fromEntries(
  TABLE_FIELDS.flatMap((name) => {
    const field = fieldSpec(name);
    const columns = field.kind === "span" ? [field, field.start, field.end] : [field];
    return columns.map(({ csv, importLabel, aliases }) => [csv, { label: importLabel ?? field.label, aliases }]);
  }),
) as { readonly [Header in FigureHeader]: ImportField };

export const FIELDS = {
  figure: { label: "Figure (its permanent key)", aliases: ["public_id", "figure_key"] },
  import_key: { label: "Figure (your own key)", aliases: ["figure_id", "row_id", "row_key"] },
  metric,
  region,
  organisation,
  as_worded: {
    label: "As worded",
    aliases: ["worded", "in_words", "phrase_as_worded", "wert_wie_im_text", "wie_im_text"],
  },
  wording,
  qualifier,
  value,
  value_high,
  unit: {
    label: "Unit of the value",
    aliases: ["unit_measure", "unit_of_measure", "units", "einheit", "unité", "unidad", "uom", "单位"],
  },
  unit_multiplier: {
    label: "Unit multiplier (power of ten)",
    aliases: ["unit_mult", "powercode_code", "powercode", "scalar_factor", "scale"],
  },
  ...others,
  source: { label: "Source", aliases: ["source_id", "source_slug", "source_key", "quelle", "来源"] },
  ...byName(CITATION_NAMES, (name): ImportField => {
    const { importLabel: label, aliases } = CITATION_FIELDS[name];
    return { label, aliases };
  }),
  metric_name: { label: "Metric: name", aliases: [] },
  metric_unit: { label: "Metric: unit", aliases: [] },
  metric_kind: { label: "Metric: kind", aliases: [] },
  metric_counted: { label: "Metric: what is counted", aliases: ["counted"] },
  metric_share_of: { label: "Metric: share of what", aliases: ["share_of"] },
  metric_accumulation: { label: "Metric: stock, flow or ratio", aliases: ["accumulation"] },
  metric_higher_is: { label: "Metric: higher is", aliases: ["higher_is"] },
  metric_shelf_life_months: { label: "Metric: shelf life in months", aliases: ["shelf_life_months"] },
  metric_definition: { label: "Metric: definition", aliases: ["definition"] },
  metric_topic: { label: "Metric: topic", aliases: ["topic"] },
  region_name: { label: "Region: name", aliases: ["place_name"] },
  region_name_local: { label: "Region: local name", aliases: ["name_local"] },
  region_level: { label: "Region: level", aliases: [] },
  region_parent: { label: "Region: lies in", aliases: ["parent_code", "region_parent_code"] },
  organisation_name: { label: "Organisation: name", aliases: ["organization_name"] },
  source_title: { label: "Source: title", aliases: ["article", "article_title", "headline"] },
  source_url: { label: "Source: address", aliases: ["url", "link", "address"] },
  source_publisher: { label: "Source: publisher", aliases: ["publisher"] },
  source_authors: { label: "Source: authors", aliases: ["author", "authors", "source_author", "by_line", "byline"] },
  source_published: { label: "Source: published", aliases: ["published", "published_on", "publication_date"] },
  source_language: { label: "Source: language", aliases: ["language"] },
  source_kind: { label: "Source: kind", aliases: [] },
  source_accessed: { label: "Source: read on", aliases: ["accessed"] },
  source_licence: { label: "Source: licence", aliases: ["licence", "license", "source_license"] },
  source_archive_url: { label: "Source: archived copy", aliases: [] },
  source_archived: { label: "Source: copied on", aliases: [] },
  source_note: { label: "Source: note", aliases: [] },
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
  "digits",
  "digits_high",
  "figure_url",
  "disagreement",
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
