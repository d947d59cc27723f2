import { z } from "zod";
import { parseEdtf } from "@/lib/dates/edtf";
import { ENUMS } from "@/lib/enums";
import { type FIGURE_FIELDS, fieldSpec, TEXT_FIELDS, type TextField } from "@/lib/figures/figure-fields";

/** An empty cell is null: unknown or not applicable. */
const optional = z.string().transform((text) => (text === "" ? null : text));
const required = z.string().min(1);
const slug = z.string().regex(/^[a-z0-9-]+$/, "use lower-case letters, digits and dashes");
const digits = z.string().regex(/^-?\d+(\.\d+)?$/, "write a plain decimal number");
const optionalDigits = z.union([z.literal("").transform(() => null), digits]);
const edtf = optional.refine((text) => text === null || parseEdtf(text) !== null, "write YYYY, YYYY-MM or YYYY-MM-DD");
const url = z.url({ protocol: /^https?$/ }).max(2048);

/** Rows of prisma/data/*.csv as they stand in the files; columns are documented in docs/data-model.md. */
export const regionRow = z.strictObject({
  region_code: z.string().regex(/^[A-Z]{2}(-[A-Za-z0-9]+)*$/),
  name: required,
  name_local: optional,
  level: z.enum(ENUMS.RegionLevel),
  parent_code: optional,
});

export const topicRow = z.strictObject({ topic: required, slug, name: required });

export const metricRow = z.strictObject({
  metric_id: slug,
  name: required,
  unit: required,
  kind: z.enum(ENUMS.MetricKind),
  topic: required,
  definition: required,
});

export const metricDetailRow = z.strictObject({
  metric_id: slug,
  accumulation: optional.pipe(z.enum(ENUMS.Accumulation).nullable()),
  share_of: optional,
  counted: optional,
  higher_is: z.enum(ENUMS.HigherIs),
  shelf_life_months: optional.transform((text) => (text === null ? null : Number(text))),
});

export const sourceRow = z.strictObject({
  source_id: slug,
  title: required,
  publisher: required,
  author: optional,
  published_on: edtf,
  url,
  language: z.string().regex(/^[a-z]{2}$/),
  kind: z.enum(["news", "government", "statistics", "report", "press-release"]),
  note: optional,
});

export const speakerRow = z.strictObject({
  said_by: required,
  speaker_kind: z.enum(ENUMS.SpeakerKind),
});

/** Texts of a figure that the first data hold, if at all, under the headers of our other files; the rest have headers of their own. */
type FurtherText = Exclude<TextField, "alternativeUnit" | "speaker" | "note">;
const OWN_HEADERS: ReadonlySet<string> = new Set(["alternativeUnit", "speaker", "note"]);
export const FURTHER_TEXTS = TEXT_FIELDS.filter((name): name is FurtherText => !OWN_HEADERS.has(name));

const furtherCell = optional.nullable().default(null);
const furtherCells = Object.fromEntries(FURTHER_TEXTS.map((name) => [fieldSpec(name).csv, furtherCell])) as {
  readonly [Name in FurtherText as (typeof FIGURE_FIELDS)[Name]["csv"]]: typeof furtherCell;
};

export const figureRow = z.strictObject({
  ...furtherCells,
  figure_id: slug,
  source_id: slug,
  locator: optional,
  region_code: required,
  subject: optional,
  metric_id: slug,
  value: digits,
  value_high: optionalDigits,
  qualifier: z.enum(["exact", "about", "more_than", "at_least", "nearly", "less_than", "up_to", "between", "record"]),
  period_start: edtf,
  period_end: edtf,
  as_of: edtf,
  said_by: optional,
  phrase: z.string().min(1).max(300),
  alt_value: optionalDigits,
  alt_unit: optional,
  note: optional,
});

export const milestoneRow = z.strictObject({
  milestone_id: slug,
  date: required.refine((text) => parseEdtf(text) !== null, "write YYYY, YYYY-MM or YYYY-MM-DD"),
  title: required,
  region_code: required,
  source_id: slug,
  locator: optional,
  phrase: optional,
});

/** Several keys in one cell, separated by "; ". */
const keys = z.string().transform((text) => (text === "" ? [] : text.split(";").map((key) => key.trim())));

export const chartRow = z.strictObject({
  chart_id: slug,
  title: required,
  subtitle: required,
  topic: required,
  kind: z.enum(ENUMS.ChartKind),
  scale: z.enum(ENUMS.AxisScale),
  rows: z.enum(ENUMS.ChartRows),
  metrics: keys,
  regions: keys,
  /** figure_id or figure_id=label */
  figures: keys,
});
