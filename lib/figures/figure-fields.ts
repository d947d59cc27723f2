import { ENUMS } from "@/lib/enums";
import type { CitationContent } from "@/lib/figures/citation-fields";

// Everything that an editor says of a figure, each field once. The API, forms, SQL, files, imports, history and what readers see are
// made from this list; CONTRIBUTING.md says how to add a field. All of them are public where the figure is.

/** A column of CSV files, and how an imported file may call it. */
interface Header {
  readonly csv: string;
  /** Where the columns of an imported file are matched, if it is called otherwise than in forms. */
  readonly importLabel?: string;
  /** Other headers that mean it, in the folded form of foldHeader (lib/importing/fields.ts). */
  readonly aliases: readonly string[];
}

interface Field extends Header {
  /** In forms and in the history that editors see. */
  readonly label: string;
  /** In the history that readers see, if it is called otherwise there. */
  readonly publicLabel?: string;
}

/** What a field holds, and in which columns of the database. Null means not stated; `required` fields are never null. */
export type FieldSpec = Field &
  (
    | { readonly kind: "reference"; readonly column: string; readonly required?: true }
    | {
        readonly kind: "choice";
        readonly of: readonly [string, ...string[]];
        readonly required?: true;
        /** What is meant where nothing is said; the field is then never null. */
        readonly default?: string;
      }
    /** Plain decimal digits, in a column of their own beside the number. */
    | { readonly kind: "number"; readonly digits: string; readonly required?: true }
    /** EDTF text: one date, or a period "start/end" whose ends have columns of their own. */
    | { readonly kind: "date" }
    | {
        readonly kind: "span";
        readonly start: Header & { readonly column: string };
        readonly end: Header & { readonly column: string };
      }
    /** One line, or text of several lines, of at most so many UTF-16 units. */
    | { readonly kind: "line" | "text"; readonly most: number }
  );

/** The fields in the order of the API, of forms and of history. */
export const FIGURE_FIELDS = {
  metric: {
    kind: "reference",
    column: "metricId",
    required: true,
    label: "Metric",
    csv: "metric",
    aliases: ["metric_id", "metric_slug", "metric_key", "indicator", "measure", "kennzahl", "indikator", "指标"],
  },
  region: {
    kind: "reference",
    column: "regionId",
    required: true,
    label: "Region",
    csv: "region",
    aliases: ["region_code", "region_key", "place", "geo", "area", "location", "ref_area", "地区"],
  },
  organisation: {
    kind: "reference",
    column: "organisationId",
    label: "Organisation",
    csv: "organisation",
    aliases: ["organization", "organisation_slug", "subject", "company"],
  },
  wording: {
    kind: "choice",
    of: ENUMS.Wording,
    required: true,
    label: "Wording",
    csv: "wording",
    aliases: ["word"],
  },
  value: {
    kind: "number",
    digits: "digits",
    required: true,
    label: "Value",
    csv: "value",
    aliases: ["figure_value", "obs_value", "amount", "number", "wert", "valeur", "valor", "数值"],
  },
  valueHigh: {
    kind: "number",
    digits: "digitsHigh",
    label: "Upper value",
    csv: "value_high",
    importLabel: "Upper value of between",
    aliases: ["value_to", "high_value", "upper_value", "value_max"],
  },
  /** A word of the source that adds to the wording without changing the bounds. */
  qualifier: {
    kind: "choice",
    of: ["record"],
    label: "A record",
    publicLabel: "Qualifier",
    csv: "qualifier",
    importLabel: "Qualifier (such as record)",
    aliases: [],
  },
  /** A conversion that the source states in the same breath, in alternativeUnit (ISO 4217). */
  alternative: {
    kind: "number",
    digits: "alternativeDigits",
    label: "Conversion as stated",
    publicLabel: "Conversion",
    csv: "alternative",
    aliases: ["alternative_value", "alt_value"],
  },
  alternativeUnit: {
    kind: "line",
    most: 3,
    label: "Currency of the conversion",
    csv: "alternative_unit",
    aliases: ["alt_unit"],
  },
  period: {
    kind: "span",
    label: "Period",
    csv: "period",
    aliases: ["time_period", "time", "year", "date", "reference_period", "zeitraum", "jahr", "année", "年份"],
    start: {
      column: "periodStart",
      csv: "period_start",
      importLabel: "Period, from",
      aliases: ["start", "from", "start_date", "date_from"],
    },
    end: {
      column: "periodEnd",
      csv: "period_end",
      importLabel: "Period, to",
      aliases: ["end", "to", "end_date", "date_to"],
    },
  },
  /** The moment that the figure holds for. */
  asOf: { kind: "date", label: "As of", csv: "as_of", aliases: ["as_of_date", "as_at"] },
  /** Who states the figure, as the source names them; null when the source itself says so. */
  speaker: {
    kind: "line",
    most: 200,
    label: "Who says so",
    publicLabel: "Said by",
    csv: "speaker",
    importLabel: "Speaker",
    aliases: ["said_by", "according_to"],
  },
  speakerKind: {
    kind: "choice",
    of: ENUMS.SpeakerKind,
    required: true,
    label: "Kind of speaker",
    csv: "speaker_kind",
    aliases: [],
  },
  outlook: {
    kind: "choice",
    of: ENUMS.Outlook,
    default: "outcome",
    label: "Outcome or target",
    csv: "outlook",
    aliases: [],
  },
  /** Whether the source calls it preliminary or final. */
  release: {
    kind: "choice",
    of: ENUMS.Release,
    label: "Preliminary or final",
    csv: "release",
    aliases: ["release_status"],
  },
  /** What exactly is counted, where that is not what the metric says. */
  basis: {
    kind: "line",
    most: 200,
    label: "What exactly is counted",
    csv: "basis",
    aliases: ["scope", "coverage"],
  },
  /** What the source marks the number with, in words, several parted by "; ": "provisional; break in series". */
  flags: {
    kind: "line",
    most: 200,
    label: "Flags of the source",
    csv: "flags",
    importLabel: "Flags (provisional, estimated …)",
    aliases: ["flag", "obs_status", "obs_flag", "observation_status"],
  },
  /** The day on which an editor last looked for a newer figure and found none. */
  lookedAgain: { kind: "date", label: "Looked again", csv: "looked_again", aliases: ["last_checked"] },
  /** Why something is uncertain; null when nothing is. */
  note: {
    kind: "text",
    most: 1000,
    label: "Note",
    csv: "note",
    aliases: ["notes", "comment", "comments", "remark", "remarks"],
  },
  /** Why editors hold it to be the best of several claims about the same; null when they do not. */
  preferredReason: {
    kind: "line",
    most: 300,
    label: "Preferred, because",
    csv: "preferred_reason",
    aliases: [],
  },
} as const satisfies Readonly<Record<string, FieldSpec>>;

type Specs = typeof FIGURE_FIELDS;
/** Name of a field of a figure, as the API has it. */
export type FigureField = keyof Specs;
type OfKind<Kind extends FieldSpec["kind"]> = {
  [Name in FigureField]: Specs[Name]["kind"] extends Kind ? Name : never;
}[FigureField];

export const FIGURE_NAMES = Object.keys(FIGURE_FIELDS) as readonly FigureField[];

/** What a field is. */
export function fieldSpec(name: FigureField): FieldSpec {
  return FIGURE_FIELDS[name];
}

function ofKind<Kind extends FieldSpec["kind"]>(...kinds: readonly Kind[]): readonly OfKind<Kind>[] {
  const isOne = (name: FigureField): name is OfKind<Kind> =>
    (kinds as readonly string[]).includes(fieldSpec(name).kind);
  return FIGURE_NAMES.filter(isOne);
}

/** Fields that are text of one line or more. */
export type TextField = OfKind<"line" | "text">;
export const TEXT_FIELDS = ofKind("line", "text");

/** Fields that people type as text: texts, dates and periods. */
export type TypedField = OfKind<"line" | "text" | "date" | "span">;
export const TYPED_FIELDS = ofKind("line", "text", "date", "span");

/** Fields that are numbers. */
export type NumberField = OfKind<"number">;
export const NUMBER_FIELDS = ofKind("number");

/** Fields that are one column of their own name, which holds what is said as it is. */
export type PlainField = OfKind<"choice" | "date" | "line" | "text">;
export const PLAIN_FIELDS = ofKind("choice", "date", "line", "text");

/** Fields but those that name another record. */
export type SaidField = Exclude<FigureField, OfKind<"reference">>;
export const SAID_FIELDS = ofKind("choice", "number", "date", "span", "line", "text");

/** The fields in the order of tables, where a qualifier stands with the wording: "record 9,500". */
export const TABLE_FIELDS: readonly FigureField[] = FIGURE_NAMES.flatMap((name): FigureField[] =>
  name === "value" ? ["qualifier", "value"] : name === "qualifier" ? [] : [name],
);

type ValueOf<Spec> = Spec extends { kind: "choice"; of: readonly (infer Choice)[] }
  ? Spec extends { required: true } | { default: string }
    ? Choice
    : Choice | null
  : Spec extends { required: true }
    ? string
    : string | null;

/** What is said of a figure in canonical form, but for what it refers to: numbers are plain digits, times EDTF text. */
export type FigureSaid = { readonly [Name in SaidField]: ValueOf<Specs[Name]> };

/** What an editor says of a figure in canonical form, in the order of its fields; what it refers to by keys. */
export type FigureContent = { readonly [Name in FigureField]: ValueOf<Specs[Name]> } & {
  readonly citations: readonly CitationContent[];
};

/** Parts that readers are given under the name of the field. The type Figure (lib/figures/figure.ts) writes these others out. */
const WRITTEN_OUT = ["wording", "qualifier", "alternativeUnit", "asOf"] as const satisfies readonly PlainField[];
export type PublicField = Exclude<PlainField, (typeof WRITTEN_OUT)[number]>;
export type PublicParts = Pick<FigureSaid, PublicField>;
/** Those of them that are text. */
export type PublicText = PublicField & TextField;
export const PUBLIC_TEXTS = TEXT_FIELDS.filter(
  (name): name is PublicText => !(WRITTEN_OUT as readonly string[]).includes(name),
);
export const PUBLIC_FIELDS = PLAIN_FIELDS.filter(
  (name): name is PublicField => !(WRITTEN_OUT as readonly string[]).includes(name),
);
