import type { Drawing, PlacedMark } from "@/lib/charts/layout/drawing";
import { acrossTick, grid, labels, upTick, wholes, yearStarts } from "@/lib/charts/svg/axes";
import { joinLine } from "@/lib/charts/svg/joins";
import { barMark, dotMark, type Frame } from "@/lib/charts/svg/marks";
import { type Places, SHARES } from "@/lib/charts/svg/places";
import { type Place, type Shape, svgText } from "@/lib/charts/svg/shape";
import { paths } from "@/lib/paths";

/** A drawing as the content of an svg element that is as high as the drawing and as wide as it may be: places across are shares, all else is px. */
export function drawingText(drawing: Drawing): string {
  const isUpright = drawing.ticksUp.length > 0;
  return svgText([
    ...behind(drawing, SHARES),
    ...drawing.ticksUp.map((tick) => upTick(tick, tick.at, 0)),
    ...drawing.ticksAcross.map((tick) => acrossTick(tick, SHARES.at(tick.at), drawing)),
    ...drawing.marks.map((placed) =>
      linkedMark(placed, SHARES, {
        ...{ x: SHARES.at(placed.x), y: placed.y, isUpright, isActive: false },
        asOf: drawing.asOf,
      }),
    ),
    ...labels(drawing, SHARES),
  ]);
}

/** What lies behind the marks: grid, beginnings of years, wholes and joins. */
export function behind(drawing: Drawing, places: Places): Shape[] {
  return [
    ...grid(drawing, places),
    ...yearStarts(drawing, places),
    ...wholes(drawing, places),
    ...drawing.joins.map((join) => joinLine(join, places)),
  ];
}

interface Standing {
  readonly x: Place;
  readonly y: number;
  /** True where values run upwards instead of to the right. */
  readonly isUpright: boolean;
  /** True for the mark that the reader is at. */
  readonly isActive: boolean;
  readonly asOf: Drawing["asOf"];
}

/** A mark at its place, as a link to its figure; one that stands for several claims leads to what they say together. */
export function linkedMark(
  placed: PlacedMark,
  { at, long, up }: Places,
  { x, y, isUpright, isActive, asOf }: Standing,
): Shape {
  const { mark, base, low, high } = placed;
  const [id = ""] = mark.ids;
  const link: Frame = { href: mark.claims > 1 ? paths.claims(id, { asOf }) : paths.figure(id, { asOf }), isActive };
  const end = high === null ? null : isUpright ? up(mark.high ?? 0, high) : at(high);
  if (base === null) return dotMark(placed, { x, y, isUpright, rangeEnd: end }, link);
  const range = low === null || end === null ? null : ([at(low), end] as const);
  const from = at(Math.min(base, placed.x));
  return barMark(placed, { from, width: long(Math.abs(placed.x - base)), end: x, y, range }, link);
}
