import { type Place, Positioned } from "@/components/charts/positioned";
import type { PlacedJoin } from "@/lib/charts/layout/drawing";

interface Props {
  readonly join: PlacedJoin;
  readonly x1: Place;
  readonly y1: number;
  readonly x2: Place;
  readonly y2: number;
  /** Where the line is broken: half-way. */
  readonly middle: Place;
}

/** A line between two dots: dotted over years without a figure, broken by two strokes where the source, or what is counted, changes. */
export function JoinLine({ join, x1, y1, x2, y2, middle }: Props) {
  return (
    <g className={`chart-join chart-s${join.slot}${join.gap ? " is-gap" : ""}`}>
      <line x1={x1} y1={y1} x2={x2} y2={y2} />
      {join.isBreak ? (
        <Positioned x={middle} y={(y1 + y2) / 2}>
          <BreakStrokes />
        </Positioned>
      ) : null}
    </g>
  );
}

/** Two slanted strokes with paper between them. */
export function BreakStrokes() {
  return (
    <>
      <path className="chart-blank" d="M-3.5 5-.5-5 3.5-5 .5 5z" />
      <path className="chart-break" d="M-3.5 5-.5-5M.5 5 3.5-5" />
    </>
  );
}
