import type { Quantity } from "@/lib/figures/figure";

/** What a wording says about the true value, in the metric's unit. A null side is not bounded by the wording. */
export interface Bounds {
  readonly low: number | null;
  /** True when `low` itself is excluded; meaningless when low is null. */
  readonly lowOpen: boolean;
  readonly high: number | null;
  /** True when `high` itself is excluded; meaningless when high is null. */
  readonly highOpen: boolean;
}

const UNBOUNDED: Bounds = { low: null, lowOpen: true, high: null, highOpen: true };

/**
 * Bounds that a quantity's wording gives. They are derived from the words, never invented:
 * "about 2,000" bounds nothing, "nearly 300" is below 300 and says no more.
 */
export function bounds(quantity: Quantity): Bounds {
  const { value, valueHigh } = quantity;
  switch (quantity.wording) {
    case "exactly":
      return { low: value, lowOpen: false, high: value, highOpen: false };
    case "about":
      return UNBOUNDED;
    case "more_than":
      return { ...UNBOUNDED, low: value, lowOpen: true };
    case "at_least":
      return { ...UNBOUNDED, low: value, lowOpen: false };
    case "nearly":
    case "less_than":
      return { ...UNBOUNDED, high: value, highOpen: true };
    case "up_to":
      return { ...UNBOUNDED, high: value, highOpen: false };
    case "between":
      return { low: value, lowOpen: false, high: valueHigh, highOpen: false };
  }
}

/** Whether at least one number satisfies both bounds. */
export function overlap(a: Bounds, b: Bounds): boolean {
  return !isBelow(a, b) && !isBelow(b, a);
}

/** Whether every number that satisfies `inner` satisfies `outer`. */
export function contains(outer: Bounds, inner: Bounds): boolean {
  const lowHolds =
    outer.low === null ||
    (inner.low !== null && (inner.low > outer.low || (inner.low === outer.low && (!outer.lowOpen || inner.lowOpen))));
  const highHolds =
    outer.high === null ||
    (inner.high !== null &&
      (inner.high < outer.high || (inner.high === outer.high && (!outer.highOpen || inner.highOpen))));
  return lowHolds && highHolds;
}

/** Whether every number within `a` is smaller than every number within `b`. */
export function isBelow(a: Bounds, b: Bounds): boolean {
  if (a.high === null || b.low === null) return false;
  return a.high < b.low || (a.high === b.low && (a.highOpen || b.lowOpen));
}
