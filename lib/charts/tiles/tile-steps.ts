import { logDomain, roundDomain } from "@/lib/charts/axes/domain";
import { spanningTicks } from "@/lib/charts/axes/ticks";

/** Most steps that are told apart by shade. */
const MOST_STEPS = 6;
/** Spread from which steps of one size would put nearly all in the lowest: powers of ten take over. */
const LOG_SPREAD = 100;

/** Limits of the steps that values fall into, ascending: round numbers, at most seven; each step holds its lower limit, the last its upper one too. */
export function stepLimits(values: readonly number[]): readonly number[] {
  if (values.length === 0) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const log = low > 0 && high > low * LOG_SPREAD ? logDomain(values) : null;
  if (log !== null) {
    const [first, last] = log.map((value) => Math.round(Math.log10(value))) as [number, number];
    const every = Math.ceil((last - first) / MOST_STEPS);
    const steps = Math.ceil((last - first) / every);
    return Array.from({ length: steps + 1 }, (_, index) => Number(`1e${first + index * every}`));
  }
  const [start, end] = roundDomain(values, MOST_STEPS - 1);
  return spanningTicks(start, end, MOST_STEPS + 1);
}

/** The step, from 1, that a value falls into; 0 outside of all. */
export function stepOf(limits: readonly number[], value: number): number {
  const [first, last] = [limits[0], limits.at(-1)];
  if (first === undefined || last === undefined || value < first || value > last) return 0;
  return Math.min(limits.length - 1, limits.filter((limit) => limit <= value).length);
}
