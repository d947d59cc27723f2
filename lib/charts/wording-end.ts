import type { Quantity, Wording } from "@/lib/figures/figure";

/**
 * How a mark ends (as /method explains it): crisp at a number given as it is; open above it ("more than") or below it
 * ("nearly", "up to"); soft around it ("about"); or stretched over a range. Widths are fixed: they stand for a word, not for an amount.
 */
export type WordingEnd = "crisp" | "above" | "below" | "soft" | "range";

const ENDS: Readonly<Record<Wording, WordingEnd>> = {
  exactly: "crisp",
  about: "soft",
  more_than: "above",
  at_least: "above",
  nearly: "below",
  less_than: "below",
  up_to: "below",
  between: "range",
};

/** The end that a wording gives a mark. */
export function endOf(wording: Wording): WordingEnd {
  return ENDS[wording];
}

/** The end of a bar as seen from zero: a bar that grows to the left has its open side, "above", where one to the right has "below". */
export function barEndOf({ wording, value }: Pick<Quantity, "wording" | "value">): WordingEnd {
  const end = endOf(wording);
  if (value >= 0) return end;
  return end === "above" ? "below" : end === "below" ? "above" : end;
}

/** Where the solid part of a bar ends: at its value; of a range at the end that is nearer to zero, and at zero where the range spans it. */
export function solidEnd({ value, high }: { readonly value: number; readonly high: number | null }): number {
  return high === null ? value : Math.max(value, Math.min(0, high));
}

/** px that an end takes of a bar before and beyond its value. */
export const BAR_REACH: Readonly<Record<WordingEnd, { readonly before: number; readonly beyond: number }>> = {
  crisp: { before: 0, beyond: 0 },
  above: { before: 0, beyond: 28 },
  below: { before: 22, beyond: 0 },
  soft: { before: 12, beyond: 12 },
  range: { before: 0, beyond: 0 },
};

/** Radius of a dot, px. */
export const DOT_RADIUS = 4.5;
/** Radius of a dot among many, px. */
export const SMALL_RADIUS = 2.5;
/** Radius of a mark that stands for several claims and has their number in it, px. */
export const STACK_RADIUS = 8.5;

/** px that a dot with its arrow or haze takes before and beyond its value, along the axis of values. */
export const DOT_REACH: Readonly<Record<WordingEnd, { readonly before: number; readonly beyond: number }>> = {
  crisp: { before: 6, beyond: 6 },
  above: { before: 6, beyond: 20 },
  below: { before: 20, beyond: 6 },
  soft: { before: 14, beyond: 14 },
  range: { before: 6, beyond: 6 },
};
