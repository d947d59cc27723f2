import type { PlacedJoin } from "@/lib/charts/layout/drawing";
import type { Places } from "@/lib/charts/svg/places";
import { positioned, type Shape, shape } from "@/lib/charts/svg/shape";

/** Two slanted strokes with paper between them. */
export const BREAK_STROKES: readonly Shape[] = [
  shape("path", { class: "chart-blank", d: "M-3.5 5-.5-5 3.5-5 .5 5z" }),
  shape("path", { class: "chart-break", d: "M-3.5 5-.5-5M.5 5 3.5-5" }),
];

/** A line between two dots: dotted over years without a figure, broken by two strokes half-way where the source, or what is counted, changes. */
export function joinLine({ from, to, slot, gap, isBreak }: PlacedJoin, { at, up }: Places): Shape {
  const [y1, y2] = [up(from.mark.value, from.y), up(to.mark.value, to.y)];
  return shape("g", { class: `chart-join chart-s${slot}${gap ? " is-gap" : ""}` }, [
    shape("line", { x1: at(from.x), y1, x2: at(to.x), y2 }),
    ...(isBreak ? [positioned(at((from.x + to.x) / 2), (y1 + y2) / 2, BREAK_STROKES)] : []),
  ]);
}
