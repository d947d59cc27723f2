/** How values turn into places on an axis: evenly, or by powers of ten. */
type ScaleKind = "linear" | "log";

/** An axis as a pure rule. `domain` ascends; on a log axis both ends are above zero. */
export interface Scale {
  readonly kind: ScaleKind;
  readonly domain: readonly [number, number];
}

/** Place of a value on the axis: 0 at the start of the domain, 1 at its end, beyond either outside it. Throws a RangeError for a value at or below zero on a log axis. */
export function fractionOf(scale: Scale, value: number): number {
  const [start, end] = scale.domain;
  if (scale.kind === "linear") return (value - start) / (end - start);
  if (value <= 0) throw new RangeError(`A log axis has no place for ${value}`);
  return Math.log(value / start) / Math.log(end / start);
}

/** The value at a place on the axis; the inverse of fractionOf. */
export function valueAt(scale: Scale, fraction: number): number {
  const [start, end] = scale.domain;
  if (scale.kind === "linear") return start + fraction * (end - start);
  return start * (end / start) ** fraction;
}
