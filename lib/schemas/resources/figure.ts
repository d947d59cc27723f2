import { z } from "zod";
import { addressKey } from "@/lib/figures/address-key";
import { byName } from "@/lib/figures/by-name";
import { CITATION_FIELDS, CITATION_TEXTS } from "@/lib/figures/citation-fields";
import {
  type FieldSpec,
  type FigureContent,
  type FigureSaid,
  fieldSpec,
  SAID_FIELDS,
  type SaidField,
} from "@/lib/figures/figure-fields";
import { metricInput } from "@/lib/schemas/resources/metric";
import { organisationInput, regionInput } from "@/lib/schemas/resources/places";
import { sourceInput } from "@/lib/schemas/resources/source";
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
  ...byName(CITATION_TEXTS, (name) => optionalLine(CITATION_FIELDS[name].most)),
  role: choice(CITATION_FIELDS.role.of).default("origin"),
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

/** How each kind of field is read. Every reader gives the canonical form; see FigureSaid. */
const READERS: {
  readonly [Kind in Exclude<FieldSpec["kind"], "reference">]: (
    field: Extract<FieldSpec, { kind: Kind }>,
  ) => z.ZodType<string | null>;
} = {
  number: ({ required }) => (required ? numberText : numberText.nullable().default(null)),
  span: () => optionalSpan,
  date: () => optionalDate,
  line: ({ most }) => optionalLine(most),
  text: ({ most }) => optionalText(most),
  choice({ of, required, default: usual }) {
    if (required) return choice(of);
    return usual === undefined ? choice(of).nullable().default(null) : choice(of).default(usual);
  },
};

type SaidShape = { readonly [Name in SaidField]: z.ZodType<FigureSaid[Name]> };

function readerOf(name: SaidField): z.ZodType<string | null> {
  const field = fieldSpec(name);
  if (field.kind === "reference") throw new Error(`“${name}” refers to a record: how it is read is written out`);
  return READERS[field.kind](field as never);
}

/**
 * What an editor says of a figure. Metric, region, organisation and source are keys, or whole new records that are made with it.
 * Numbers become plain decimal digits, times become EDTF text ("start/end" for a period); null means not stated.
 */
export const figureInput = z
  .strictObject({
    metric: z.union([key, metricInput]),
    region: z.union([key, regionInput]),
    organisation: z.union([key, organisationInput]).nullable().default(null),
    ...(byName(SAID_FIELDS, readerOf) as SaidShape),
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

/** An input all of whose references are keys, without where it shall stand. Throws where one is a whole new record. */
export function contentOfInput({ status: _, ...input }: z.output<typeof figureInput>): FigureContent {
  const references = [input.metric, input.region, input.organisation, ...input.citations.map(({ source }) => source)];
  if (references.some((reference) => typeof reference === "object" && reference !== null)) {
    throw new Error("A new record comes with the figure: make it first");
  }
  return input as FigureContent;
}
