import { z } from "zod";
import { ENUMS } from "@/lib/enums";
import { CITATION_TEXTS } from "@/lib/figures/citation-fields";
import { fieldSpec, type PlainField, PUBLIC_FIELDS } from "@/lib/figures/figure-fields";

const text = z.string().nullable();
const digits = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?$/)
  .describe("Plain decimal digits, none more or fewer than were written.");
const named = { slug: z.string(), name: z.string() };
const bound = z
  .strictObject({
    value: z.number(),
    digits,
    included: z.boolean().describe("Whether the true value may be this number itself."),
  })
  .nullable()
  .describe("Null where the wording gives no such bound.");

/** A source as it is cited. */
const citedSource = z
  .strictObject({
    ...{ slug: z.string(), type: z.string(), kind: z.string(), title: z.string(), publisher: z.string() },
    ...{ authors: text, published: text.describe("EDTF text."), language: z.string(), url: z.string(), accessed: text },
  })
  .meta({ id: "CitedSource" });

const citation = z
  .strictObject({
    source: citedSource,
    ...(Object.fromEntries(CITATION_TEXTS.map((name) => [name, text])) as Record<
      (typeof CITATION_TEXTS)[number],
      typeof text
    >),
    role: z.enum(ENUMS.CitationRole),
  })
  .meta({
    id: "Citation",
    description: "Where a source says it; the phrase holds the number in the words of the source.",
  });

/** Schema of a field that a figure tells under its own name. */
function plain(name: PlainField): z.ZodType {
  const field = fieldSpec(name);
  if (field.kind !== "choice") return text;
  const choice = z.enum(field.of);
  return field.required || field.default !== undefined ? choice : choice.nullable();
}

/** A published figure as readers of the API are given it. Null means not stated; times are EDTF text, instants ISO 8601. */
export const figureRecord = z
  .strictObject({
    id: z.string().describe("Key of the figure; it never changes."),
    address: z.url().describe("Permanent address of the page of the figure."),
    metric: z.strictObject({
      ...named,
      unit: z.string(),
      counted: text,
      kind: z.enum(ENUMS.MetricKind),
      accumulation: z.enum(ENUMS.Accumulation).nullable(),
      shareOf: text,
      shelfLifeMonths: z.int().nullable(),
      topic: z.strictObject(named),
    }),
    region: z.strictObject({ code: z.string(), name: z.string() }),
    organisation: z.strictObject(named).nullable().describe("Whom it is about; null for the region itself."),
    wording: z.enum(ENUMS.Wording),
    qualifier: text,
    value: z.number().describe("In `unit`; the lower end where the wording is between."),
    digits,
    valueHigh: z.number().nullable(),
    digitsHigh: digits.nullable(),
    unit: z.string().describe("ISO 4217 code for money, percent, points, or what is counted, in the plural."),
    lowerBound: bound,
    upperBound: bound,
    alternative: z
      .strictObject({ value: z.number(), digits, unit: z.string() })
      .nullable()
      .describe("A conversion that the source states in the same breath."),
    periodStart: text,
    periodEnd: text,
    asOf: text.describe("The moment that it holds for."),
    ...(Object.fromEntries(PUBLIC_FIELDS.map((name) => [name, plain(name)])) as Record<
      (typeof PUBLIC_FIELDS)[number],
      z.ZodType
    >),
    published: text.describe("When the source of its first citation was published."),
    recordedAt: z.iso.datetime().describe("When it was recorded here."),
    version: z.int().describe("Raised by one at each change."),
    citations: z.array(citation).min(1).describe("The first is the origin."),
  })
  .meta({
    id: "Figure",
    description: "One number that a source gives, with its wording and source. Null means not stated.",
  });

/** Names of its fields, in their order. */
export const FIGURE_RECORD_FIELDS: readonly string[] = Object.keys(figureRecord.shape);

const NUMBERS = ["value", "digits", "valueHigh", "digitsHigh", "lowerBound", "upperBound", "alternative"];
/** What no number is told without. */
const WITH_NUMBERS = [
  "wording",
  "qualifier",
  "value",
  "digits",
  "valueHigh",
  "digitsHigh",
  "unit",
  "outlook",
  "citations",
];

/** The fields that are told where some are asked for, in their order: a number never goes without its wording, unit and citations. */
export function settledFields(asked: readonly string[]): readonly string[] {
  const isNumber = asked.some((name) => NUMBERS.includes(name));
  const told = new Set(["id", ...asked, ...(isNumber ? WITH_NUMBERS : [])]);
  return FIGURE_RECORD_FIELDS.filter((name) => told.has(name));
}
