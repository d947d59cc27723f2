import type { Candidate } from "@/lib/reading/candidate";

/** A number of a sentence with everything that belongs to it. Offsets are within the sentence. */
export interface Quantity
  extends Pick<
    Candidate,
    | "wording"
    | "value"
    | "valueHigh"
    | "digits"
    | "multiplier"
    | "qualifier"
    | "unit"
    | "whole"
    | "per"
    | "change"
    | "alternative"
  > {
  readonly start: number;
  readonly end: number;
  readonly isSmallWord: boolean;
  /** The power of ten of its words of scale. */
  readonly power: number;
  /** The Chinese measure behind it (家, 个); null without. */
  readonly measure: string | null;
  /** Why it is doubtful; empty when it is not. */
  readonly doubts: readonly string[];
  /** What is to be looked at, where nothing is doubtful; null without. */
  readonly note: string | null;
}
