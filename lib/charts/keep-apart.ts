import { type Box, isLevel, meetAcross, WIDTHS } from "@/lib/charts/boxes";
import { ROOMY } from "@/lib/charts/narrowest";

/** A mark in time as keepApart sees it: its box around its true place, and what it may touch. */
export interface Standing {
  readonly box: Box;
  /** Marks of one run follow each other along a line: at different times they may touch. */
  readonly run: string;
}

/** px between marks side by side. */
const HAIR = 1;
/** Most steps to either side while there is room; beyond them only marks of the very same time still give way to each other. */
const STEPS = 2;
const MOST_STEPS = 12;

/**
 * px to the side for each mark, so that none hides another at any width from NARROWEST on: the first keeps its place, those after it
 * take the nearest one that is free. Marks that are crowded all around at least never share a place with one of the same time.
 */
export function keepApart(
  marks: readonly Standing[],
  field: { readonly left: number; readonly right: number },
): number[] {
  const taken: Standing[] = [];
  return marks.map((mark) => {
    const rivals = taken.filter(
      (other) => isLevel(mark.box, other.box) && (other.run !== mark.run || other.box.x === mark.box.x),
    );
    const same = rivals.filter((other) => other.box.x === mark.box.x);
    const roomy = WIDTHS.filter((width) => width >= ROOMY);
    const dx =
      firstFree(mark.box, rivals, STEPS, WIDTHS, field) ??
      firstFree(mark.box, rivals, STEPS, roomy, field) ??
      firstFree(mark.box, same, MOST_STEPS, WIDTHS, field) ??
      0;
    taken.push({ ...mark, box: moved(mark.box, dx) });
    return dx;
  });
}

function firstFree(
  box: Box,
  rivals: readonly Standing[],
  steps: number,
  widths: readonly number[],
  { left, right }: { readonly left: number; readonly right: number },
): number | null {
  for (let step = 0; step <= 2 * steps; step += 1) {
    // 0, right, left, further right …
    const dx = (step % 2 === 1 ? 1 : -1) * Math.ceil(step / 2) * (box.right - box.left + HAIR);
    const there = moved(box, dx);
    const isFree = widths.every((width) => {
      const inner = width - left - right;
      const at = box.x * inner;
      const isWithin = step === 0 || (at + there.left >= 0 && at + there.right <= inner + right);
      return isWithin && !rivals.some((other) => meetAcross(there, other.box, inner));
    });
    if (isFree) return step === 0 ? 0 : dx;
  }
  return null;
}

function moved(box: Box, dx: number): Box {
  return { ...box, left: box.left + dx, right: box.right + dx };
}
