import type { Wording } from "@/lib/figures/figure";
import type { Stretch } from "@/lib/reading/article/split-text";

/** What a number counts: percent, percentage points ("points"), an ISO 4217 currency, a multiple ("times"), a rank ("place"), or a noun as written. */
export interface Unit {
  readonly kind: "percent" | "points" | "currency" | "times" | "place" | "noun";
  readonly text: string;
}

/** When a number held. EDTF texts, equal for one date. */
export interface ReadTime {
  /** "during" a period, or "as_of" a moment (by the end of 2018, 截至). */
  readonly kind: "during" | "as_of";
  readonly start: string;
  readonly end: string;
}

/** A figure that was found in a text, and how it reads. Offsets count UTF-16 units from the start of the text; `text` is the text at them. */
export interface Candidate extends Stretch {
  readonly text: string;
  /** Paragraph and sentence within the text, from 1. */
  readonly paragraph: number;
  readonly sentence: number;
  /** Null where the text gives an order only ("thousands of"): marked, not read. */
  readonly wording: Wording | null;
  /** Plain decimal digits with million and 万 worked in, and with the sign that the text writes ("-1.8"); null for an order, and where the text can be read in two ways. */
  readonly value: string | null;
  /** Upper end; not null exactly when wording is between and value is not null. */
  readonly valueHigh: string | null;
  /** The number as written, without words of scale ("1.2"). */
  readonly digits: string;
  /** The words of scale as written ("million", "万亿"); null without one. */
  readonly multiplier: string | null;
  readonly qualifier: "record" | null;
  readonly unit: Unit | null;
  /** What a percentage is of, as written ("the province's GDP"). */
  readonly whole: string | null;
  /** What it is counted by ("year", "10,000 people"). */
  readonly per: string | null;
  /** Whether the number says by how much something rose or fell. "Fell 6.8 percent" is 6.8 and down: it has no sign to negate twice. Growth of -1.8 percent is -1.8 and down. */
  readonly change: "up" | "down" | null;
  /** A conversion in brackets, in another currency (ISO 4217) or, beside a share, its amount. */
  readonly alternative: { readonly digits: string; readonly unit: string } | null;
  readonly period: ReadTime | null;
  /** As the text names them: "Wang Wei, chairman of Cloud Park". */
  readonly speaker: string | null;
  /** Whether it is a plan, a target or a forecast. */
  readonly target: boolean;
  readonly confidence: "high" | "medium" | "low";
  /** Why it is not sure, in words; null at high confidence. */
  readonly reason: string | null;
}

/** What a reader may be told about a text. */
export interface ReadingOptions {
  /** ISO 639-1; null leaves it to the text. Decides how 1.234,5 is read. */
  readonly language?: string | null;
  /** ISO 8601 date of the text: "last year" is read against it. */
  readonly published?: string | null;
}

/** What was found in a text. */
export interface TextReading {
  readonly paragraphs: readonly Stretch[];
  readonly sentences: readonly (Stretch & { readonly paragraph: number })[];
  readonly candidates: readonly Candidate[];
}
