import type { Unit } from "@/lib/reading/candidate";

/** A number found in one sentence, its words of scale included. Offsets are within the sentence. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  /** Plain decimal digits with sign and scale worked in; null for an order and where it can be read in two ways. */
  readonly digits: string | null;
  /** Set where the number is two ends by itself: 三四百. Null otherwise. */
  readonly digitsHigh: string | null;
  /** How many characters before the number make it negative, where its currency's sign stands between; 0 otherwise. */
  readonly signBefore: number;
  /** The digits or number words alone, as written. */
  readonly written: string;
  /** The power of ten that words of scale stand for, 0 without. */
  readonly power: number;
  /** Those words as written; null without. */
  readonly multiplier: string | null;
  /** Set where the number carries its own unit: 两成, one in five, six years in a row. */
  readonly unit: Unit | null;
  /** Set where a word for more stands inside or right after the number: 20多万, 2000余. */
  readonly isMore: boolean;
  /** A rounded fraction, or a dozen: never exact. */
  readonly isRough: boolean;
  /** "thousands of", 数千: no value. */
  readonly isOrder: boolean;
  /** A small number in words ("two"), or one where a figure is less likely. */
  readonly isSmallWord: boolean;
  /** Why it cannot be read or is doubtful; null when it is not. */
  readonly doubt: string | null;
}

/** A found number with everything not named at rest. */
export function foundNumber(
  parts: Pick<FoundNumber, "start" | "end" | "digits" | "written"> & Partial<FoundNumber>,
): FoundNumber {
  return {
    digitsHigh: null,
    signBefore: 0,
    power: 0,
    multiplier: null,
    unit: null,
    isMore: false,
    isRough: false,
    isOrder: false,
    isSmallWord: false,
    doubt: null,
    ...parts,
  };
}

export const PERCENT: Unit = { kind: "percent", text: "percent" };

/** Numbers in order of place; of those that overlap the first and longest stays. */
export function withoutOverlaps(numbers: readonly FoundNumber[]): readonly FoundNumber[] {
  const kept: FoundNumber[] = [];
  for (const number of [...numbers].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (number.start >= (kept.at(-1)?.end ?? 0)) kept.push(number);
  }
  return kept;
}
