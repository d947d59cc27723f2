import type { Wording } from "@/lib/figures/figure";

/**
 * How a mark ends (DESIGN, "Wording and bounds"): crisp at a number given as it is; open above it ("more than") or below it
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

/** px that a dot with its arrow or haze takes before and beyond its value, along the axis of values. */
export const DOT_REACH: Readonly<Record<WordingEnd, { readonly before: number; readonly beyond: number }>> = {
  crisp: { before: 6, beyond: 6 },
  above: { before: 6, beyond: 20 },
  below: { before: 20, beyond: 6 },
  soft: { before: 14, beyond: 14 },
  range: { before: 6, beyond: 6 },
};
