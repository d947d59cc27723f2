import { z } from "zod";
import { figureRecord } from "@/lib/schemas/api/figure-record";

const text = z.string().nullable();
const next = z.string().nullable().describe("Address of the next answer; null at the end of the list.");

/** An error (RFC 9457). */
export const problem = z
  .looseObject({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("For people: cause and cure."),
    code: z.string().describe("For programs."),
    issues: z
      .array(z.looseObject({ path: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .describe("One entry for each thing that is wrong."),
    known: z.array(z.string()).optional().describe("What may be asked in place of what may not."),
  })
  .meta({ id: "Problem", description: "An error (RFC 9457) with a code for programs." });

/** {"data": …}, what was asked for. */
export const dataOf = (schema: z.ZodType) => z.strictObject({ data: schema });
/** A page of a list. */
export const pageOf = (schema: z.ZodType) => z.strictObject({ data: z.array(schema), next });

const { id, ...others } = figureRecord.shape;
/** A figure, or the fields of it that were asked for. */
const figurePart = z
  .strictObject({ id, ...z.strictObject(others).partial().shape, knownOn: z.string().optional() })
  .meta({ id: "FigurePart", description: "A figure, or the fields of it that were asked for." });
export const oneFigure = figurePart;
/** A page of figures. */
export const figurePage = z.strictObject({
  data: z.array(figurePart),
  next,
  total: z.int().nullable().describe("How many there are in all; null where that is not kept."),
  fields: z.array(z.string()).optional().describe("The fields that are told, where some were asked for."),
});

const pastFigure = figureRecord
  .omit({ recordedAt: true, version: true })
  .meta({ id: "PastFigure", description: "A figure as it was: what it said, with its wording and source." });

const change = {
  at: z.iso.datetime(),
  cause: text,
  reason: text,
  address: z.url(),
  before: pastFigure.nullable().describe("The figure as readers saw it before."),
  after: pastFigure.nullable().describe("The same from then on; null where it was retracted."),
  changes: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  replacedBy: text.describe("Key of the figure that stands in place of a retracted one."),
};
export const correction = z
  .strictObject({
    revision: z.int(),
    figure: z.string(),
    kind: z.enum(["changed", "retracted", "restored"]),
    ...change,
  })
  .meta({ id: "Correction" });
export const revision = z
  .strictObject({
    revision: z.int(),
    subject: z.enum(["figure", "metric", "region", "organisation", "source"]),
    ...{ kind: z.string(), who: z.string() },
    ...change,
  })
  .meta({ id: "Revision", description: "A change of a figure, or of what is read beside its number." });
export const verdict = z
  .strictObject({
    kind: z.literal("differ"),
    claims: z.int().min(2).describe("How many claims there are about the same thing."),
    apart: z.number().min(0).describe("How far apart the two farthest are, as a part of the larger number."),
    figures: z.array(figureRecord).describe("The two lowest and the two highest of them."),
  })
  .meta({ id: "Verdict", description: "One thing about which published claims cannot all be true." });

const hits = (best: z.ZodType) => z.strictObject({ total: z.int(), best: z.array(best) });
const named = hits(z.strictObject({ key: z.string(), name: z.string(), address: z.url() }));
export const searchResults = z
  .strictObject({
    figures: hits(figureRecord),
    byPhrase: z.boolean().describe("Whether figures were looked for in their phrases, too."),
    ...{ metrics: named, regions: named, sources: named, organisations: named },
  })
  .meta({ id: "SearchResults", description: "The best hits of each kind, and how many there are." });
