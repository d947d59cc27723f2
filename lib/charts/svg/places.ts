import type { Place } from "@/lib/charts/svg/shape";

/** Where a drawing's places are on a screen: shares of its width, or px by the scales of Recharts. */
export interface Places {
  /** The place of a fraction of the plot. */
  readonly at: (fraction: number) => Place;
  /** The length of a fraction of the plot. */
  readonly long: (fraction: number) => Place;
  /** px down of a value on an axis that runs upwards, which the drawing has `y` px down. */
  readonly up: (value: number, y: number) => number;
}

const share = (fraction: number): Place => `${Math.round(fraction * 1e4) / 100}%`;

/** As the drawing has them: px down, and shares across. */
export const SHARES: Places = { at: share, long: share, up: (_value, y) => y };
