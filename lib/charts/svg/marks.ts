import type { PlacedMark } from "@/lib/charts/layout/drawing";
import { BAR_HEIGHT } from "@/lib/charts/layout/lay-out-rows";
import { type Place, positioned, type Shape, shape } from "@/lib/charts/svg/shape";
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

/** What a mark leads to, null for an example that leads nowhere; and whether the reader is at it. */
export interface Frame {
  readonly href: string | null;
  readonly isActive: boolean;
}

function framed({ mark: { slot, target } }: PlacedMark, { href, isActive }: Frame, inside: readonly Shape[]): Shape {
  const names = `chart-mark chart-s${slot}${target ? " is-target" : ""}${isActive ? " is-active" : ""}`;
  return href === null
    ? shape("g", { class: names }, inside)
    : shape("a", { class: names, href, tabindex: -1 }, inside);
}

/** The end of a bar, drawn around the place of its value; the bar grows to the right. */
function barEnd(end: WordingEnd, before: number): Shape[] {
  switch (end) {
    case "above": {
      const strokes = { "stroke-width": BAR_HEIGHT, "stroke-dasharray": OPEN_STROKES };
      return [shape("path", { class: "chart-open", d: "M0 0H28", ...strokes })];
    }
    case "below":
      return [shape("path", { class: "chart-shy", d: `M${-before} ${0.75 - HALF}H-.75V${HALF - 0.75}H${-before}` })];
    case "soft":
      return [
        shape("path", { class: "chart-blank", d: `M${-before} ${-HALF}H1v${BAR_HEIGHT}H${-before}z` }),
        ...HAZE_STEPS.map(([to, opacity]) =>
          shape("rect", { x: -before, y: -HALF, width: Math.max(0, before + to), height: BAR_HEIGHT, opacity }),
        ),
      ];
    default:
      return [];
  }
}

/** What the arrow or haze of a dot looks like; the axis of values runs to the right. */
function dotEnd(end: WordingEnd): Shape[] {
  switch (end) {
    case "above":
      return [shape("path", { class: "chart-arrow", d: "M5 0H19M15-4 19 0 15 4" })];
    case "below":
      return [shape("path", { class: "chart-arrow", d: "M-5 0H-19M-15-4-19 0-15 4" })];
    case "soft":
      return [shape("path", { class: "chart-haze", d: "M-11 0H11" })];
    default:
      return [];
  }
}

interface BarPlaces {
  /** Left edge and length of the bar, and where its value is. */
  readonly from: Place;
  readonly width: Place;
  readonly end: Place;
  readonly y: number;
  /** Lower and upper end of a range, hatched; null for no range. */
  readonly range: readonly [Place, Place] | null;
}

/** A bar with the end that its wording gives it. */
export function barMark(placed: PlacedMark, { from, width, end, y, range }: BarPlaces, frame: Frame): Shape {
  const { mark, before } = placed;
  const ending = barEnd(barEndOf(mark), before);
  return framed(placed, frame, [
    shape("rect", { class: "chart-bar", x: from, y: y - HALF, width, height: BAR_HEIGHT }),
    ...(range === null
      ? []
      : [
          shape("line", { class: "chart-range", x1: range[0], x2: range[1], y1: y, y2: y, "stroke-width": BAR_HEIGHT }),
        ]),
    ...(ending.length === 0
      ? []
      : [positioned(end, y, mark.value >= 0 ? ending : [shape("g", { transform: "scale(-1 1)" }, ending)])]),
  ]);
}

interface DotPlaces {
  readonly x: Place;
  readonly y: number;
  /** True where values run upwards instead of to the right. */
  readonly isUpright: boolean;
  /** Upper end of a range: a place across, or px down when upright; null for no range. */
  readonly rangeEnd: Place | null;
}

/** A dot with the arrow or haze that its wording gives it, or a ring with the number of claims that it stands for. */
export function dotMark(placed: PlacedMark, { x, y, isUpright, rangeEnd }: DotPlaces, frame: Frame): Shape {
  const { mark, dx } = placed;
  const edge = { class: mark.target ? "is-hollow" : undefined, r: DOT_RADIUS };
  const across =
    rangeEnd === null || isUpright
      ? []
      : [
          shape("line", { class: "chart-span", x1: x, x2: rangeEnd, y1: y, y2: y }),
          positioned(rangeEnd, y, [shape("circle", edge)]),
        ];
  const up = Number(rangeEnd) - y;
  const upwards =
    rangeEnd === null || !isUpright
      ? []
      : [
          shape("line", { class: "chart-span", x1: dx, x2: dx, y2: up }),
          shape("circle", { class: edge.class, cx: dx, cy: up, r: DOT_RADIUS }),
        ];
  const tether = Math.abs(dx) > FAR_ASIDE ? [shape("path", { class: "chart-tether", d: `M0 9v4H${dx}v-4` })] : [];
  const body = mark.claims > 1 ? stack(mark.claims, dx) : aside(dot(placed), dx, isUpright);
  return framed(placed, frame, [...across, positioned(x, y, [...upwards, ...tether, ...body])]);
}

function stack(claims: number, dx: number): Shape[] {
  return [
    shape("circle", { class: "is-hollow", cx: dx, r: STACK_RADIUS }),
    shape("text", { class: "chart-count is-middle", x: dx, y: 4 }, String(claims)),
  ];
}

/** What the wording adds to a dot, and the dot. */
function dot({ mark, isSmall }: PlacedMark): { readonly end: readonly Shape[]; readonly rings: readonly Shape[] } {
  const end = endOf(mark.wording);
  const isHollow = mark.target || end === "above" || end === "below" || end === "soft";
  return {
    end: isSmall ? [] : dotEnd(end),
    rings: [
      shape("circle", { class: "chart-hit", r: 12 }),
      shape("circle", { class: isHollow ? "is-hollow" : undefined, r: isSmall ? SMALL_RADIUS : DOT_RADIUS }),
    ],
  };
}

/** A dot moved, and turned where its end is to point upwards. */
function aside({ end, rings }: ReturnType<typeof dot>, dx: number, isUpright: boolean): readonly Shape[] {
  const moves = [dx === 0 ? "" : `translate(${dx})`, isUpright && end.length > 0 ? "rotate(-90)" : ""];
  const transform = moves.filter((move) => move !== "").join(" ");
  return transform === "" ? [...end, ...rings] : [shape("g", { transform }, [...end, ...rings])];
}
