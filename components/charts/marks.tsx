import type { ReactNode } from "react";
import { type Place, Positioned } from "@/components/charts/positioned";
import type { PlacedMark } from "@/lib/charts/layout/drawing";
import { BAR_HEIGHT } from "@/lib/charts/layout/lay-out-rows";
import type { Mark } from "@/lib/charts/model";
import { barEndOf, DOT_RADIUS, endOf, SMALL_RADIUS, STACK_RADIUS, type WordingEnd } from "@/lib/charts/wording-end";

const HALF = BAR_HEIGHT / 2;
/** A dot that stands further aside than this, px, is tied to its place: one step aside still touches it. */
const FAR_ASIDE = 14;
/** Thinning strokes: open beyond the edge. px of ink and paper in turn, 28 px in all. */
const OPEN_STROKES = "0 3 4.5 2 3.5 2.5 2.5 3 1.6 3 .9 9";
/** Steps of a soft edge, one over the other: px beyond the value, and how dense. */
const HAZE_STEPS = [
  [12, 0.14],
  [6, 0.18],
  [0, 0.26],
  [-6, 0.4],
] as const;

/** The end of a bar, drawn around the place of its value; the bar grows to the right. */
function BarEnd({ end, before }: { readonly end: WordingEnd; readonly before: number }) {
  switch (end) {
    case "above":
      return <path className="chart-open" d="M0 0H28" strokeWidth={BAR_HEIGHT} strokeDasharray={OPEN_STROKES} />;
    case "below":
      return <path className="chart-shy" d={`M${-before} ${0.75 - HALF}H-.75V${HALF - 0.75}H${-before}`} />;
    case "soft":
      return (
        <>
          <path className="chart-blank" d={`M${-before} ${-HALF}H1v${BAR_HEIGHT}H${-before}z`} />
          {HAZE_STEPS.map(([to, opacity]) => (
            <rect
              key={to}
              x={-before}
              y={-HALF}
              width={Math.max(0, before + to)}
              height={BAR_HEIGHT}
              opacity={opacity}
            />
          ))}
        </>
      );
    default:
      return null;
  }
}

/** What the arrow or haze of a dot looks like; the axis of values runs to the right. */
function DotEnd({ end }: { readonly end: WordingEnd }) {
  switch (end) {
    case "above":
      return <path className="chart-arrow" d="M5 0H19M15-4 19 0 15 4" />;
    case "below":
      return <path className="chart-arrow" d="M-5 0H-19M-15-4-19 0-15 4" />;
    case "soft":
      return <path className="chart-haze" d="M-11 0H11" />;
    default:
      return null;
  }
}

const classOf = (mark: Pick<Mark, "target">, slot: number) =>
  `chart-mark chart-s${slot}${mark.target ? " is-target" : ""}`;

interface BarProps {
  readonly placed: PlacedMark;
  /** Left and right edge of the bar, and where its value is. */
  readonly from: Place;
  readonly width: Place;
  readonly end: Place;
  /** Lower and upper end of a range, hatched; null for no range. */
  readonly range: readonly [Place, Place] | null;
}

/** A bar with the end that its wording gives it. */
export function BarMark({ placed, from, width, end, range }: BarProps) {
  const { mark, y } = placed;
  const shape = barEndOf(mark);
  return (
    <g className={classOf(mark, mark.slot)}>
      <rect className="chart-bar" x={from} y={y - HALF} width={width} height={BAR_HEIGHT} />
      {range === null ? null : (
        <line className="chart-range" x1={range[0]} x2={range[1]} y1={y} y2={y} strokeWidth={BAR_HEIGHT} />
      )}
      <Positioned x={end} y={y}>
        {mark.value >= 0 ? (
          <BarEnd end={shape} before={placed.before} />
        ) : (
          <g transform="scale(-1 1)">
            <BarEnd end={shape} before={placed.before} />
          </g>
        )}
      </Positioned>
    </g>
  );
}

interface DotProps {
  readonly placed: PlacedMark;
  readonly x: Place;
  readonly y: number;
  /** True where values run upwards instead of to the right. */
  readonly isUpright: boolean;
  /** Upper end of a range: a place across, or px down when upright. */
  readonly rangeEnd: Place | null;
}

/** A dot with the arrow or haze that its wording gives it, or a ring with the number of claims that it stands for. */
export function DotMark({ placed, x, y, isUpright, rangeEnd }: DotProps) {
  const { mark, dx } = placed;
  const end = endOf(mark.wording);
  const isHollow = mark.target || end === "above" || end === "below" || end === "soft";
  return (
    <g className={classOf(mark, mark.slot)}>
      {rangeEnd === null || isUpright ? null : (
        <>
          <line className="chart-span" x1={x} x2={rangeEnd} y1={y} y2={y} />
          <Positioned x={rangeEnd} y={y}>
            <circle className={mark.target ? "is-hollow" : undefined} r={DOT_RADIUS} />
          </Positioned>
        </>
      )}
      <Positioned x={x} y={y}>
        {rangeEnd === null || !isUpright ? null : (
          <>
            <line className="chart-span" x1={dx} x2={dx} y2={Number(rangeEnd) - y} />
            <circle
              className={mark.target ? "is-hollow" : undefined}
              cx={dx}
              cy={Number(rangeEnd) - y}
              r={DOT_RADIUS}
            />
          </>
        )}
        {Math.abs(dx) > FAR_ASIDE ? <path className="chart-tether" d={`M0 9v4H${dx}v-4`} /> : null}
        {mark.claims > 1 ? (
          <>
            <circle className="is-hollow" cx={dx} r={STACK_RADIUS} />
            <text className="chart-count is-middle" x={dx} y={4}>
              {mark.claims}
            </text>
          </>
        ) : (
          <Aside dx={dx} isUpright={isUpright}>
            {placed.isSmall ? null : <DotEnd end={end} />}
            <circle className="chart-hit" r={12} />
            <circle className={isHollow ? "is-hollow" : undefined} r={placed.isSmall ? SMALL_RADIUS : DOT_RADIUS} />
          </Aside>
        )}
      </Positioned>
    </g>
  );
}

/** Moves and turns what is drawn at a place; nothing at all in the common case. */
function Aside({
  dx,
  isUpright,
  children,
}: {
  readonly dx: number;
  readonly isUpright: boolean;
  readonly children: ReactNode;
}) {
  const moves = [dx === 0 ? "" : `translate(${dx})`, isUpright ? "rotate(-90)" : ""].filter((move) => move !== "");
  return moves.length === 0 ? children : <g transform={moves.join(" ")}>{children}</g>;
}
