import { z } from "zod";
import { addressKey } from "@/lib/figures/address-key";
import { WORDINGS } from "@/lib/figures/figure";
import { metricInput } from "@/lib/schemas/nouns/metric";
import { organisationInput, regionInput } from "@/lib/schemas/nouns/places";
import { sourceInput } from "@/lib/schemas/nouns/source";
import {
  choice,
  isCurrencyCode,
  key,
  numberText,
  optionalDate,
  optionalLine,
  optionalSpan,
  optionalText,
  refuse,
} from "@/lib/schemas/text";

/** Where a source says it: the source by its key, or a whole new source that comes with it. The phrase has 1 to 300 characters. */
const citationInput = z.strictObject({
  source: z.union([key, sourceInput]),
  locator: optionalLine(120),
  phrase: optionalLine(300),
  prefix: optionalLine(120),
  suffix: optionalLine(120),
  role: choice(["origin", "repeat"]).default("origin"),
});

/** Citations of one row, at most 20. */
export const citationsInput = z
  .array(citationInput, { error: "List the citations" })
  .max(20, "At most 20 citations fit one figure")
  .superRefine((citations, context) => {
    const seen = new Set<string>();
    for (const [index, { source, locator }] of citations.entries()) {
      const place = `${typeof source === "string" ? source : addressKey(source.url)} ${locator ?? ""}`;
      if (seen.has(place)) refuse(context, "repeated", "This place of this source is cited twice", [index, "locator"]);
      seen.add(place);
    }
  });

/**
 * What an editor says of a figure. Metric, region, organisation and source are keys, or whole new records that are made with it.
 * Numbers become plain decimal digits, times become EDTF text ("start/end" for a period); null means not stated.
 */
export const figureInput = z
  .strictObject({
    metric: z.union([key, metricInput]),
    region: z.union([key, regionInput]),
    organisation: z.union([key, organisationInput]).nullable().default(null),
    wording: choice(WORDINGS),
    value: numberText,
    valueHigh: numberText.nullable().default(null),
    qualifier: choice(["record"]).nullable().default(null),
    alternative: numberText.nullable().default(null),
    alternativeUnit: optionalLine(3),
    period: optionalSpan,
    asOf: optionalDate,
    speaker: optionalLine(200),
    speakerKind: choice(["official_statistic", "official_statement", "company", "outlet", "unnamed"]),
    outlook: choice(["outcome", "target"]).default("outcome"),
    note: optionalText(1000),
    citations: citationsInput.default([]),
    status: choice(["draft", "published"]).default("draft"),
  })
  .superRefine((figure, context) => {
    for (const { path, code, message } of figureProblems(figure)) refuse(context, code, message, [...path]);
  });

type FigureRules = Pick<
  z.output<typeof figureInput>,
  "wording" | "value" | "valueHigh" | "qualifier" | "alternative" | "alternativeUnit" | "citations"
> & { readonly status: string };

/** What is wrong with a figure as a whole, when each of its parts is right; empty when nothing is. Used again after a change is laid over a record. */
function figureProblems(
  figure: FigureRules,
): readonly { path: readonly (string | number)[]; code: string; message: string }[] {
  const problems: { path: readonly (string | number)[]; code: string; message: string }[] = [];
  const add = (path: string, code: string, message: string) => problems.push({ path: path.split("."), code, message });
  if (figure.wording === "between") {
    if (figure.valueHigh === null)
      add("valueHigh", "missing", "“Between” needs an upper end: write it, or choose another wording");
    else if (Number(figure.valueHigh) <= Number(figure.value))
      add("valueHigh", "backwards", "The upper end must be more than the lower one");
  } else if (figure.valueHigh !== null) {
    add("valueHigh", "wording", "Only “between” has an upper end: leave this empty, or choose “between”");
  }
  if (figure.qualifier === "record" && figure.wording !== "exactly")
    add("qualifier", "wording", "A record stands with an exact number");
  if (figure.alternative !== null && figure.alternativeUnit === null)
    add("alternativeUnit", "missing", "Write the currency of the conversion, such as USD");
  if (figure.alternative === null && figure.alternativeUnit !== null)
    add("alternative", "missing", "Write the conversion, or leave its currency empty");
  if (figure.alternativeUnit !== null && !isCurrencyCode(figure.alternativeUnit)) {
    add("alternativeUnit", "currency", "Write the ISO 4217 code, such as USD");
  }
  if (figure.status === "published") {
    if (figure.citations.length === 0)
      add("citations", "missing", "A published figure needs a source: name it, or save a draft");
    for (const [index, { phrase }] of figure.citations.entries()) {
      if (phrase === null)
        add(`citations.${index}.phrase`, "missing", "Write the phrase that holds the number, or save a draft");
    }
  }
  return problems;
}

/** A figure as an editor says it, in canonical form. */
export type FigureInput = z.output<typeof figureInput>;
