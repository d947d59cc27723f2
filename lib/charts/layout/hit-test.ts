import type { Drawing, PlacedMark } from "@/lib/charts/layout/drawing";
import type { Plot } from "@/lib/charts/model";

/** px from a mark within which a pointer means it. */
const REACH = 32;

/** A place in a drawing, px from its top left corner, margins included. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a mark stands in a drawing of so many px across, margins included. */
export function placeOf(drawing: Drawing, placed: PlacedMark, width: number): Point {
  const { left, right } = drawing.margins;
  return { x: left + placed.x * (width - left - right) + placed.dx, y: placed.y };
}

/**
 * The mark that a pointer means, as its place in the list: in rows the one at its height, elsewhere the nearest.
 * Null where none is within reach.
 */
export function markAt(plot: Plot, drawing: Drawing, width: number, point: Point): number | null {
  const distances = drawing.marks.map((placed) => {
    const place = placeOf(drawing, placed, width);
    return Math.hypot(plot.kind === "line" ? place.x - point.x : 0, place.y - point.y);
  });
  const nearest = Math.min(...distances);
  return nearest <= REACH ? distances.indexOf(nearest) : null;
}

/** Keys that move from mark to mark. */
const STEPS: Readonly<Record<string, { readonly axis: "along" | "between"; readonly by: number }>> = {
  ArrowRight: { axis: "along", by: 1 },
  ArrowLeft: { axis: "along", by: -1 },
  ArrowDown: { axis: "between", by: 1 },
  ArrowUp: { axis: "between", by: -1 },
};

/**
 * The mark that a key leads to, as its place in the list: left and right go along a line (in rows all arrows go from row to row),
 * up and down to the mark of another line that is nearest in time, Home and End to the first and last. From nowhere (null) every
 * key leads to the first. Null for any other key.
 */
export function markAfter(plot: Plot, from: number | null, key: string): number | null {
  const count = plot.marks.length;
  if (count === 0) return null;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = STEPS[key];
  if (!step) return null;
  if (from === null) return 0;
  const within = (index: number, length: number) => Math.max(0, Math.min(length - 1, index));
  if (plot.kind !== "line" || plot.series.length === 1) return within(from + step.by, count);

  const here = plot.marks[from];
  if (!here) return 0;
  const series =
    step.axis === "along" ? here.series : (here.series + step.by + plot.series.length) % plot.series.length;
  const line = [...plot.marks.keys()].filter((index) => plot.marks[index]?.series === series);
  if (step.axis === "along") return line[within(line.indexOf(from) + step.by, line.length)] ?? from;
  const away = (index: number) => Math.abs((plot.marks[index]?.time ?? 0) - here.time);
  return line.reduce((best, index) => (away(index) < away(best) ? index : best), line[0] ?? from);
}
