/** Steps that people count in, within one power of ten. */
const STEPS = [1, 2, 5, 10] as const;

/** The smallest step of 1, 2 or 5 times a power of ten, at or above `least` (> 0). */
export function stepAtLeast(least: number): number {
  const power = Math.floor(Math.log10(least));
  for (const step of STEPS) {
    // Written as text so that 2 × 10^-1 is 0.2 and not 0.20000000000000001.
    const candidate = Number(`${step}e${power}`);
    if (candidate >= least * (1 - 1e-9)) return candidate;
  }
  return Number(`1e${power + 1}`);
}

/** Multiples of a step from `start` to `end` (both included), ascending. */
export function multiples(step: number, start: number, end: number): number[] {
  const first = Math.ceil(start / step - 1e-9);
  const last = Math.floor(end / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => tidy((first + index) * step));
}

/** At most `most` (>= 2) round values within a linear domain, in steps of 1, 2 or 5 times a power of ten, ascending. */
export function linearTicks(start: number, end: number, most: number): number[] {
  return ticksOfEachStep(start, end, most)[0] ?? [];
}

/** As linearTicks, but with a tick at both ends of a domain that has round ones, in steps as fine as that allows. */
export function spanningTicks(start: number, end: number, most: number): number[] {
  const choices = ticksOfEachStep(start, end, most);
  return choices.find((ticks) => ticks[0] === start && ticks.at(-1) === end) ?? choices[0] ?? [];
}

/** Steps that are tried, from the finest that may fit: three lie within each power of ten. */
const TRIES = 7;

function ticksOfEachStep(start: number, end: number, most: number): number[][] {
  const choices: number[][] = [];
  let step = stepAtLeast((end - start) / most);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const ticks = multiples(step, start, end);
    if (ticks.length <= most) choices.push(ticks);
    step = stepAtLeast(step * 1.5);
  }
  return choices;
}

/** At most `most` (>= 2) powers of ten within a log domain that starts and ends at powers of ten, ascending, the first always among them. */
export function logTicks(start: number, end: number, most: number): number[] {
  const first = Math.round(Math.log10(start));
  const last = Math.round(Math.log10(end));
  const every = Math.max(1, Math.ceil((last - first + 1) / most));
  const count = Math.floor((last - first) / every) + 1;
  return Array.from({ length: count }, (_, index) => Number(`1e${first + index * every}`));
}

/** Steps in which years are named. */
const YEAR_STEPS = [1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 500] as const;

/**
 * The step in which calendar years from `first` to `last` are named so that at most `most` (>= 2) are, the last one among them.
 * `within` asks for a step that divides another, so that a finer set of years holds a coarser one.
 */
export function yearStep(first: number, last: number, most: number, within = 0): number {
  const fits = (step: number) => Math.floor((last - first) / step) + 1 <= most && within % step === 0;
  return YEAR_STEPS.find(fits) ?? (within || Math.max(1, last - first));
}

/** Every step-th calendar year from `first` to `last`, ascending, the last one always among them. */
export function everyYear(step: number, first: number, last: number): number[] {
  const count = Math.floor((last - first) / step) + 1;
  return Array.from({ length: count }, (_, index) => last - (count - 1 - index) * step);
}

/** A float without the noise of its last digits. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** The most ticks, from `most` down to 2, whose labels stay apart on an axis of `length` px; `make` makes ticks, `widthOf` measures a label in px. */
export function ticksThatFit(
  make: (most: number) => number[],
  most: number,
  length: number,
  fractionOf: (tick: number) => number,
  widthOf: (tick: number) => number,
): number[] {
  for (let count = most; count > 2; count -= 1) {
    const ticks = make(count);
    const apart = ticks.every((tick, index) => {
      const next = ticks[index + 1];
      if (next === undefined) return true;
      const between = (fractionOf(next) - fractionOf(tick)) * length;
      // Labels at the ends of the axis are drawn inwards, so a whole width may fall on one side.
      return between >= (widthOf(tick) + widthOf(next)) * 0.75 + TICK_GAP;
    });
    if (apart) return ticks;
  }
  return make(2);
}

/** Least room between two tick labels, px. */
const TICK_GAP = 10;
