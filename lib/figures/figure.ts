import type { EnumValue } from "@/lib/enums";
import type { CitationSaid } from "@/lib/figures/citation-fields";
import type { PublicParts } from "@/lib/figures/figure-fields";

/** How a source worded a number. Bounds that each gives: see bounds.ts. */
export type Wording = EnumValue<"Wording">;
export type MetricKind = EnumValue<"MetricKind">;
export type SpeakerKind = EnumValue<"SpeakerKind">;
export type Outlook = EnumValue<"Outlook">;
export type RegionLevel = EnumValue<"RegionLevel">;

/** A number with its wording. `value` is in the metric's unit; `valueHigh` is set exactly when wording is between. */
export interface Quantity {
  readonly wording: Wording;
  readonly value: number;
  readonly valueHigh: number | null;
}

export interface TopicRef {
  readonly slug: string;
  readonly name: string;
}

export interface MetricRef {
  readonly slug: string;
  readonly name: string;
  /** ISO 4217 code for money, "percent", "points", or the counted noun in the plural. */
  readonly unit: string;
  /** The counted noun in the plural where the unit alone does not say it ("experts" for people); null otherwise. */
  readonly counted: string | null;
  readonly kind: MetricKind;
  readonly accumulation: EnumValue<"Accumulation"> | null;
  /** What a share is a share of; null when it is no share or the sources do not say. */
  readonly shareOf: string | null;
  /** Months after the as-of date until a figure counts as old; null when it does not age. */
  readonly shelfLifeMonths: number | null;
  readonly topic: TopicRef;
}

export interface RegionRef {
  readonly code: string;
  readonly name: string;
}

export interface OrganisationRef {
  readonly slug: string;
  readonly name: string;
}

/** Bibliographic record of a source, enough to cite it. Dates are EDTF text; null means not stated. */
export interface SourceRef {
  readonly slug: string;
  /** CSL 1.0.2 item type. */
  readonly type: string;
  readonly kind: string;
  readonly title: string;
  readonly publisher: string;
  /** By-line, several separated by "; ". */
  readonly authors: string | null;
  readonly published: string | null;
  /** ISO 639-1. */
  readonly language: string;
  readonly url: string;
  readonly accessed: string | null;
}

/** Where a source says it. `phrase` holds the number in the source's own words, at most 300 characters. */
export interface Citation extends CitationSaid {
  readonly source: SourceRef;
}

/** What a figure says about time. EDTF text; null means not stated. Days are yyyymmdd, inclusive. */
export interface Period {
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly asOf: string | null;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
}

/** What several figures about the same thing say together. */
export interface ClaimsTogether {
  /** The strongest disagreement of any two of them. */
  readonly kind: "differ" | "cannot_tell" | "vaguer" | "agree";
  /** At least 2. */
  readonly figures: number;
  /** Sources that they are cited from, and how many origins stand behind these (see countOrigins); null where they were not counted. */
  readonly counted: { readonly sources: number; readonly origins: number } | null;
}

/** One number that a source gives for a metric, a region and a period (in statistics: an observation). */
export interface Figure extends Quantity, Period, PublicParts {
  /** Public key; the permanent address is /figures/[id]. */
  readonly id: string;
  readonly metric: MetricRef;
  readonly region: RegionRef;
  /** Whom it is about; null when it is about the region itself. */
  readonly organisation: OrganisationRef | null;
  /** Plain decimal digits as kept, for exact output. */
  readonly digits: string;
  readonly digitsHigh: string | null;
  /** A word of the source that does not change the bounds, such as "record". */
  readonly qualifier: string | null;
  /** Conversion stated in the same breath. */
  readonly alternative: { readonly value: number; readonly digits: string; readonly unit: string } | null;
  readonly version: number;
  /** ISO 8601 instant at which it was recorded here. */
  readonly recordedAt: string;
  /** Never empty for a published figure; the first is the origin. */
  readonly citations: readonly Citation[];
  /** What it and other figures about the same thing say together; null where there is no other, absent where nobody looked. */
  readonly claims?: ClaimsTogether | null;
}

/** A dated event with a citation and no number of its own. */
export interface Milestone {
  readonly slug: string;
  /** EDTF text. */
  readonly date: string;
  /** First day of date, yyyymmdd. */
  readonly day: number;
  readonly title: string;
  readonly region: RegionRef;
  readonly citations: readonly Citation[];
}

/** What a chart row of the database asks for, with the figures it found, in order. */
export interface ChartSpec {
  readonly slug: string;
  readonly title: string;
  readonly subtitle: string;
  readonly topic: TopicRef;
  readonly kind: EnumValue<"ChartKind">;
  readonly scale: EnumValue<"AxisScale">;
  /** What one row (bar, dot) or one line stands for. */
  readonly rows: EnumValue<"ChartRows">;
  /** Figure and its short row label; null label means: derive it from rows. */
  readonly figures: readonly { readonly figure: Figure; readonly label: string | null }[];
  /** Figures that are not drawn and stand in the table only, newest first. */
  readonly tableOnly: readonly Figure[];
  /** Set where there are more figures than a chart takes: it was given the `kept` newest `of` so many. Null where it has all. */
  readonly newest: { readonly kept: number; readonly of: number } | null;
  readonly milestones: readonly Milestone[];
  /** The charts beside it that share its scale: their figures, and the keys of all places of all of them, each of one colour. None where it stands by itself. */
  readonly beside?: { readonly figures: readonly Figure[]; readonly subjects: readonly string[] };
  /** Dots in time that no line joins: no series has points enough for one. */
  readonly isUnjoined?: boolean;
  /** What the files of figures are asked with for all figures of the chart, its table and what it was not given; none before it is published. */
  readonly file?: FileQuery;
}

/** The query of an address that asks for figures as a file (lib/schemas/figures-file.ts). What is null or empty is not asked. */
export type FileQuery = Readonly<Record<string, string | number | readonly string[] | null>>;
