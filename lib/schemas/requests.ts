import { z } from "zod";
import { changeReason, type InputIssue, issuesOf } from "@/lib/schemas/resources";
import { choice, key } from "@/lib/schemas/text";

/** Bodies of requests that are not a resource's input. */

const whyFields = changeReason.shape;
const version = z.number({ error: "Write the version you have seen" }).int().min(1);

/** Rows named with the version that was seen; at most 200, each once. */
const items = z
  .array(z.strictObject({ key, version }))
  .min(1, "Choose at least one")
  .max(200, "At most 200 can be changed at once")
  .refine((list) => new Set(list.map((item) => item.key)).size === list.length, "Name each only once");

/** Why a row is retracted, and the key of the published row of its resource that stands in its place. */
export const retractRequest = z.strictObject({ ...whyFields, replacedBy: key.nullable().default(null) });

/** Several figures at once; "looked-again" records that somebody looked today for newer ones and found none. */
export const figuresBulk = z.strictObject({
  action: choice(["publish", "retract", "looked-again"]),
  items,
  ...whyFields,
});

/** Several metrics at once; `topic` for retopic only. */
export const metricsBulk = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("retopic"), topic: key, items, ...whyFields }),
  z.strictObject({ action: z.literal("retract"), items, ...whyFields }),
]);

/** All rows of a resource that has an order, in the order wanted. */
export const orderRequest = z.strictObject({ items });

/** Which version of a row to restore: what a revision made of it, or (`before`) what stood before that revision. */
export const restoreRequest = z.strictObject({
  revision: z.number({ error: "Name the revision to restore, from the history" }).int().min(1),
  before: z.boolean().default(false),
  ...whyFields,
});

/** What is wrong with a request's body, or the body as it is meant. */
export function parseRequest<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
):
  | { readonly ok: true; readonly data: z.output<Schema> }
  | { readonly ok: false; readonly issues: readonly InputIssue[] } {
  const result = schema.safeParse(body);
  return result.success ? { ok: true, data: result.data } : { ok: false, issues: issuesOf(result.error) };
}
