import { z } from "zod";
import { ENUMS } from "@/lib/enums";
import { FIELD_NAMES } from "@/lib/importing/fields";
import { ENCODING_NAMES } from "@/lib/importing/files/encodings";
import { LIMITS } from "@/lib/importing/problem";
import { MOST_HEADER_ROWS } from "@/lib/importing/table/find-table";
import { TIME_ANSWERS } from "@/lib/importing/times/periods";

const row = z.number().int().min(1).max(2_000_000);
const key = z.string().max(200);
const text = z.string().max(LIMITS.cell);

/** What a column is used for: a field of an import; a part of its time; flags of the numbers before it; the last year that is not estimated; what its header says; or nothing. */
const COLUMN_USES = [
  ...FIELD_NAMES,
  ...(["year", "quarter", "month", "flags", "estimates_after", "margin", "across", "ignore"] as const),
] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];

/** What a row of a header says of the numbers below it, where columns become rows. */
const LEVEL_SAYS = ["period", "region", "metric", "organisation", "unit", "ignore"] as const;
export type LevelSays = (typeof LEVEL_SAYS)[number];

const newRegion = z.strictObject({
  code: key,
  name: key,
  nameLocal: key.nullable().default(null),
  level: z.enum(ENUMS.RegionLevel),
  parent: key.nullable().default(null),
});
const newMetric = z.strictObject({
  slug: key.nullable().default(null),
  name: key,
  unit: key,
  kind: z.enum(ENUMS.MetricKind),
  topic: key,
  definition: z.string().max(2000).nullable().default(null),
  accumulation: z.enum(ENUMS.Accumulation).nullable().default(null),
  shareOf: key.nullable().default(null),
  counted: key.nullable().default(null),
});

/**
 * Everything that is decided about how a file becomes rows of an import. What is null is as the file looks. Columns are spoken of by their
 * names (see tableColumns), so that the recipe fits the next file of the same shape, whatever has been added.
 */
export const recipeSchema = z.strictObject({
  encoding: z.enum(ENCODING_NAMES).nullable().default(null),
  delimiter: z.enum([",", ";", "\t", "|"]).nullable().default(null),
  sheet: z.string().max(200).nullable().default(null),
  /** Rows of the header and the first and last of the data, as a spreadsheet counts them. */
  header: row.nullable().default(null),
  headerRows: z.number().int().min(0).max(MOST_HEADER_ROWS).nullable().default(null),
  firstRow: row.nullable().default(null),
  lastRow: row.nullable().default(null),
  /** By the names of columns; the rest is as it looks. */
  columns: z.record(text, z.enum(COLUMN_USES)).default({}),
  /** What each row of the header says; null as it looks. */
  levels: z.array(z.enum(LEVEL_SAYS)).max(MOST_HEADER_ROWS).nullable().default(null),
  /** What is the same for the whole file, by field. */
  constants: z
    .partialRecord(z.enum(FIELD_NAMES as [(typeof FIELD_NAMES)[number], ...(typeof FIELD_NAMES)[number][]]), text)
    .default({}),
  /** What names in the file stand for: a key; a record that is to be made; or "" for rows that are left out. */
  metrics: z.record(text, z.union([key, newMetric])).default({}),
  regions: z.record(text, z.union([key, newRegion])).default({}),
  /** What 2010-11 is where all such times of the table are of neighbouring years: two of them, or a month. Null while nobody says. */
  yearPairs: z.enum(TIME_ANSWERS.yearPairs).nullable().default(null),
  /** What stands first in days such as 02/03/2019 where no day of the table tells. Null while nobody says. */
  dayOrder: z.enum(TIME_ANSWERS.dayOrder).nullable().default(null),
  /** What 2019-01-01 is where all times of the table are first days of months: that day, or what begins with it. Null while nobody says. */
  firstDays: z.enum(TIME_ANSWERS.firstDays).nullable().default(null),
  /** Whether places of ISO 3166 that are no regions here are made. */
  newPlaces: z.boolean().default(false),
  /** Whether groups of places, such as the world, are left out. */
  leavesGroups: z.boolean().default(false),
  /** Whether rows that sum up others are taken. */
  totals: z.boolean().default(false),
  /** Whether numbers of more than 15 digits are rounded to 15; what is printed stays in the note. */
  rounds: z.boolean().default(false),
  /** What brackets around a number say, where they may be those of accounts or a mark: that it is below nought, or nothing of it. Null while nobody says. */
  brackets: z.enum(["minus", "mark"]).nullable().default(null),
  /** How the file writes numbers; null while nobody says. */
  numberFormat: z.enum(["en", "de", "fr", "plain"]).nullable().default(null),
});

/** A recipe with the header of the files that it is for (lib/importing/look/shape-of.ts), to be saved. */
export const recipeInput = z.strictObject({ shape: z.string().max(2000), recipe: recipeSchema });

export type Recipe = z.output<typeof recipeSchema>;
export type NewRegion = z.output<typeof newRegion>;
export type NewMetric = z.output<typeof newMetric>;

/** A recipe that leaves everything to the file. */
export const NO_RECIPE: Recipe = recipeSchema.parse({});
