import { z } from "zod";
import { ENUMS } from "@/lib/enums";
import { AS_OF } from "@/lib/schemas/page-view";

/** Most figures that are named one by one in an address. */
const MOST_NAMED = 500;

const key = z.string().max(200, "is too long");
const keys = z.array(key);
const year = z
  .string()
  .regex(/^\d{4}$/, "is a year of four digits")
  .transform(Number);
const oneOf = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  z.enum(choices, `is one of ${choices.join(", ")}`);

const question = z.strictObject({
  id: keys.max(MOST_NAMED, `names more than ${MOST_NAMED} figures: ask by metric, region, source or chart instead`),
  chart: key.optional(),
  metric: key.optional(),
  region: keys,
  places: oneOf(["with", "without"]).optional(),
  topic: key.optional(),
  source: key.optional(),
  organisation: key.optional(),
  about: oneOf(["region"]).optional(),
  wording: oneOf(ENUMS.Wording).optional(),
  outlook: oneOf(ENUMS.Outlook).optional(),
  from: year.optional(),
  to: year.optional(),
  age: oneOf(["fresh"]).optional(),
  [AS_OF]: z.string().max(40).optional(),
});

/**
 * What a file of figures holds: those named by key (`id`), or those that pass everything else that is asked: of a chart, a metric, regions
 * (`places` says whether with the places below them, as it is unless said), a topic, a source, an organisation or none of them (`about`
 * region), a wording, an outlook, and with a time that touches the calendar years `from` to `to`, and (`age`
 * fresh) without outcomes past the shelf life of their metric. Without a question, all of them; with `as-of` as they
 * were known on that day.
 */
export type FiguresFileQuery = z.output<typeof question>;

const NAMES: readonly string[] = Object.keys(question.shape);
const LISTS: readonly string[] = ["id", "region"];

type Parsed =
  | { readonly success: true; readonly data: FiguresFileQuery }
  | { readonly success: false; readonly message: string };

/**
 * Reads what a download asks for; `id` and `region` are repeated or separated by commas. Anything else is refused with a message that says
 * what may be asked (`names`): a misspelt question must not answer with everything.
 */
export function parseFiguresFile(parameters: URLSearchParams, names: readonly string[] = NAMES): Parsed {
  const refused = (message: string): Parsed => ({
    success: false,
    message: `${message} Ask with ${names.join(", ")}.`,
  });
  const asked = new Map<string, readonly string[]>(LISTS.map((name) => [name, []]));
  for (const [name, value] of parameters) {
    const values = LISTS.includes(name) ? value.split(",").filter((part) => part !== "") : [value];
    const known = asked.get(name) ?? [];
    if (!names.includes(name)) return refused(`“${name.slice(0, 40)}” cannot be asked.`);
    if (values.length === 0 || value === "") return refused(`${name} is empty: give it a value or leave it out.`);
    if (known.length > 0 && !LISTS.includes(name)) return refused(`${name} is asked twice: ask for one at a time.`);
    asked.set(name, [...known, ...values]);
  }
  const raw = [...asked].map(([name, values]) => [name, LISTS.includes(name) ? values : values[0]] as const);
  const result = question.safeParse(Object.fromEntries(raw));
  if (!result.success) {
    const [issue] = result.error.issues;
    return refused(`${String(issue?.path[0])} ${issue?.message}.`);
  }
  const { id, from = 0, to = 9999 } = result.data;
  if (from > to) return refused(`from (${from}) is after to (${to}).`);
  if (id.length > 0 && parameters.size > parameters.getAll("id").length + parameters.getAll(AS_OF).length) {
    return refused("id names figures one by one: ask for nothing else beside it.");
  }
  return { success: true, data: result.data };
}
