import { multiples, stepAtLeast } from "@/lib/charts/axes/ticks";

type Domain = readonly [number, number];

/** How much of the highest value the lowest must reach before a line's axis may leave out zero. */
const ZERO_WITHIN = 0.5;

/** Part of an axis that runs upwards which the label of a mark takes. */
const LABEL_BELOW = 0.12;

/** Lowest and highest of some values; 0 and 0 of none. */
function extent(values: readonly number[]): Domain {
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
}

/** Domain of bars: always holds zero, ends at the longest bar. Zero alone gives 0 to 1. */
export function barDomain(values: readonly number[]): Domain {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return low === high ? [0, 1] : [low, high];
}

/** Domain of a share: the whole, 0 to 100, where every value lies within it; null otherwise, and for no values. */
export function wholeDomain(values: readonly number[]): Domain | null {
  return values.length > 0 && values.every((value) => value >= 0 && value <= 100) ? [0, 100] : null;
}

/**
 * Domain of dots and lines on a linear axis, ending at round values in steps that give about `steps` ticks. Zero is included
 * when the lowest value is under half of the highest; flat data is padded by a tenth, or by 1 around zero. Never degenerate: no values are taken as a single zero.
 */
export function roundDomain(values: readonly number[], steps: number): Domain {
  let [low, high] = extent(values);
  if (low >= 0 && low < high * ZERO_WITHIN) low = 0;
  if (high <= 0 && high > low * ZERO_WITHIN) high = 0;
  // What differs by less than a float can place is flat.
  if (high - low <= Math.max(Math.abs(low), Math.abs(high)) * 1e-9) {
    const room = Math.abs(low) * 0.1 || 1;
    low -= room;
    high += room;
  }
  const step = stepAtLeast((high - low) / steps);
  const round = multiples(step, Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step);
  return [round[0] ?? low, round.at(-1) ?? high];
}

/** As roundDomain for an axis that runs upwards, with room for a label below the lowest value where the axis does not start at zero. */
export function lineDomain(values: readonly number[], steps: number): Domain {
  const [low, high] = roundDomain(values, steps);
  const lowest = values.reduce((least, value) => Math.min(least, value), high);
  if (low === 0 || lowest - low >= (high - low) * LABEL_BELOW) return [low, high];
  const step = stepAtLeast((high - low) / steps);
  const [below] = multiples(step, low - step, low);
  return [low > 0 ? Math.max(0, below ?? low) : (below ?? low), high];
}

/** Domain of a log axis: whole powers of ten around the values, at least one apart. Null when a value is not above zero, and for no values. */
export function logDomain(values: readonly number[]): Domain | null {
  const [low, high] = extent(values);
  if (!(low > 0)) return null;
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.ceil(Math.log10(high) - 1e-9);
  return [Number(`1e${first}`), Number(`1e${Math.max(last, first + 1)}`)];
}

/** Domain of time: from the start of the first calendar year to the end of the last, in decimal years; the year 0 for no times. */
export function yearDomain(times: readonly number[]): Domain {
  const [earliest, latest] = extent(times);
  const first = Math.floor(earliest);
  // The very end of a year belongs to it, not to the next.
  const last = Math.max(first + 1, Math.ceil(latest));
  return [first, last];
}
