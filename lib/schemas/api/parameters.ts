import { z } from "zod";
import { ENUMS } from "@/lib/enums";
import type { InputIssue } from "@/lib/schemas/resources";

/** Most records of one answer, and how many where nobody says. */
const MOST_OF_PAGE = 500;
const USUAL_PAGE = 100;

const key = (what: string) => z.string().min(1, "is empty").max(200, "is too long").describe(what);
const keys = (what: string) =>
  z
    .array(key(what))
    .min(1, "is empty")
    .max(100, "names more than 100")
    .describe(`${what}; repeated or separated by commas.`);
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values, what: string) =>
  z.enum(values).describe(what);
const year = (what: string) => z.int().min(1900).max(2100).describe(what);

/** A day as of which something is told. */
const asOf = z
  .string()
  .max(40)
  .optional()
  .describe("What was known at the end of that day, in UTC: yyyy-mm-dd.")
  .meta({ examples: ["2019-03-01"] });

const paging = {
  limit: z.int().min(1).max(MOST_OF_PAGE).default(USUAL_PAGE).describe("Most records of one answer."),
  cursor: z
    .string()
    .max(400)
    .optional()
    .describe("Where the answer goes on: from “next” of the one before. It has no meaning of its own."),
};

const region = keys("Code of a region, with the places below it unless “places” says without");
const topic = key("Slug of a topic.").optional();

/** What lists of figures may be asked with. */
export const figuresQuery = z.strictObject({
  metric: key("Slug of a metric.").optional(),
  region: region.optional(),
  places: oneOf(["with", "without"], "Whether the places below the regions are meant too.").optional(),
  topic,
  source: key("Slug of a source that is cited.").optional(),
  organisation: key("Slug of an organisation.").optional(),
  about: oneOf(["region"], "Leaves out figures about organisations.").optional(),
  wording: oneOf(ENUMS.Wording, "How the source worded the number.").optional(),
  outlook: oneOf(ENUMS.Outlook, "Outcomes, or plans, targets and forecasts.").optional(),
  from: year("First calendar year that a figure's time may touch.").optional(),
  to: year("Last calendar year that a figure's time may touch.").optional(),
  age: oneOf(["fresh"], "Leaves out outcomes past the shelf life of their metric.").optional(),
  "as-of": asOf,
  fields: z
    .array(z.string().max(60))
    .max(60)
    .optional()
    .describe(
      "Which fields of each figure are told; repeated or separated by commas. The id always is, and whoever asks for a number gets its wording, unit and citations, too.",
    ),
  ...paging,
});

/** What all figures of one metric may be asked with. */
export const metricDataQuery = figuresQuery.omit({
  metric: true,
  topic: true,
  fields: true,
  limit: true,
  cursor: true,
});

/** What one figure may be asked with. */
export const figureQuery = figuresQuery.pick({ fields: true, "as-of": true });
/** What one record of another resource may be asked with. */
export const recordQuery = z.strictObject({ "as-of": asOf });
/** What is asked without parameters. */
export const noQuery = z.strictObject({});

/** What lists of the other resources may be asked with. */
export const recordsQueries = {
  metrics: z.strictObject({ topic, ...paging }),
  regions: z.strictObject({
    parent: key("Code of the region that they lie in.").optional(),
    level: oneOf(ENUMS.RegionLevel, "Their level in the tree of places.").optional(),
    ...paging,
  }),
  organisations: z.strictObject(paging),
  topics: z.strictObject(paging),
  sources: z.strictObject({
    kind: oneOf(["news", "government", "statistics", "report", "press-release"], "What kind of source.").optional(),
    ...paging,
  }),
  milestones: z.strictObject({ region: key("Code of a region, with the places below it.").optional(), ...paging }),
  charts: z.strictObject({ topic, ...paging }),
} as const;

/** What else may be read. */
export const correctionsQuery = z.strictObject({ cursor: paging.cursor });
export const revisionsQuery = z.strictObject({ figure: key("Key of the figure whose history is asked for.") });
export const verdictsQuery = z.strictObject({
  topic,
  region: key("Code of a region, with the places below it.").optional(),
  metric: key("Slug of a metric.").optional(),
  limit: z.int().min(1).max(100).default(25).describe("Most verdicts of one answer."),
  cursor: paging.cursor,
});
export const searchQuery = z.strictObject({
  q: z.string().min(1, "is empty").max(200, "is too long").describe("Words and numbers, as on the search page."),
  limit: z.int().min(1).max(100).default(20).describe("Most hits of each kind."),
});

/** Parameters that may not be asked, or not so; `known` are those that may, or the values of the one that is wrong. */
interface Refused {
  readonly ok: false;
  readonly message: string;
  readonly issues: readonly InputIssue[];
  readonly known: readonly string[];
}

/** Reads the parameters of an address by a schema. Lists are repeated or separated by commas; whole numbers are written in digits. */
export function parseParameters<Schema extends z.ZodObject>(
  schema: Schema,
  parameters: URLSearchParams,
): { readonly ok: true; readonly data: z.output<Schema> } | Refused {
  const names = Object.keys(schema.shape);
  const asked: Record<string, unknown> = {};
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    const known = names.length === 0 ? "no parameters are read here" : `ask with ${names.join(", ")}`;
    if (!names.includes(name))
      return refused(name, "unknown_parameter", `“${name.slice(0, 40)}” cannot be asked: ${known}.`, names);
    const part = innerOf(schema.shape[name] as z.ZodType);
    const [first = ""] = values;
    if (part instanceof z.ZodArray) asked[name] = values.flatMap((value) => value.split(","));
    else if (values.length > 1) return refused(name, "repeated", `${name} is asked twice: ask for one at a time.`, []);
    else asked[name] = part instanceof z.ZodNumber && /^\d{1,9}$/.test(first) ? Number(first) : first;
  }
  const result = schema.safeParse(asked);
  if (result.success) return { ok: true, data: result.data };
  const [issue] = result.error.issues;
  const name = String(issue?.path[0]);
  const part = innerOf(schema.shape[name] as z.ZodType);
  const values = part instanceof z.ZodEnum ? part.options.map(String) : [];
  if (!(name in asked)) return refused(name, "missing", `${name} is missing: say it in the address.`, names);
  const why =
    values.length > 0 ? `is one of ${values.join(", ")}` : part instanceof z.ZodNumber ? rangeOf(part) : issue?.message;
  return refused(name, "unknown_value", `${name} ${why}.`, values);
}

function rangeOf({ minValue, maxValue }: z.ZodNumber): string {
  return `is a whole number from ${minValue} to ${maxValue}`;
}

function refused(path: string, code: string, message: string, known: readonly string[]): Refused {
  return { ok: false, message, issues: [{ path, code, message }], known };
}

function innerOf(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? innerOf(schema.unwrap() as z.ZodType)
    : schema;
}
