import { type Box, ByLevel, standsAside } from "@/lib/charts/layout/boxes";

/** A mark in time as keepApart sees it: its box around its true place, and what it may touch. */
export interface Standing {
  readonly box: Box;
  /** Marks of one run follow each other along a line. */
  readonly run: string;
}

/** px between marks side by side. */
const HAIR = 1;
/** Most steps to either side: by which all marks can be free, by which those are that do not follow each other, and the most that one of the same time takes. */
const FEW_STEPS = 1;
const STEPS = 3;
const MOST_STEPS = 12;

/**
 * px to the side for each mark, so that none hides another in a drawing of any of the widths: the first keeps its place, those after it
 * take the nearest one that is free. Marks that follow each other along a line touch where they cannot all be free. `isCrowded` says that some found none: those at least share no place with one of the same time.
 */
export function keepApart(
  marks: readonly Standing[],
  widths: readonly number[],
  field: { readonly left: number; readonly right: number },
): Places {
  const strict = place(marks, widths, field, FEW_STEPS, false);
  return strict.isCrowded ? place(marks, widths, field, STEPS, true) : strict;
}

interface Places {
  readonly asides: readonly number[];
  readonly isCrowded: boolean;
}

function place(
  marks: readonly Standing[],
  widths: readonly number[],
  { left, right }: { readonly left: number; readonly right: number },
  steps: number,
  runsTouch: boolean,
): Places {
  const taken = new ByLevel<Standing>();
  const inners = widths.map((width) => width - left - right);
  const within = { inners, narrowest: Math.min(...inners), widest: Math.max(...inners), right };
  let isCrowded = false;
  const asides = marks.map((mark) => {
    const rivals = taken
      .level(mark.box)
      .filter((other) => !runsTouch || other.run !== mark.run || other.box.x === mark.box.x);
    const free = firstFree(mark.box, rivals, steps, within);
    if (free === null) isCrowded = true;
    const same = () => rivals.filter((other) => other.box.x === mark.box.x);
    const dx = free ?? firstFree(mark.box, same(), MOST_STEPS, within) ?? 0;
    taken.add({ ...mark, box: moved(mark.box, dx) });
    return dx;
  });
  return { asides, isCrowded };
}

/** The plot at all widths, at the narrowest and at the widest, px, and the room to its right. */
interface Widths {
  readonly inners: readonly number[];
  readonly narrowest: number;
  readonly widest: number;
  readonly right: number;
}

function firstFree(
  box: Box,
  rivals: readonly Standing[],
  steps: number,
  { inners, narrowest, widest, right }: Widths,
): number | null {
  for (let step = 0; step <= 2 * steps; step += 1) {
    // 0, right, left, further right …
    const dx = step === 0 ? 0 : (step % 2 === 1 ? 1 : -1) * Math.ceil(step / 2) * (box.right - box.left + HAIR);
    const there = moved(box, dx);
    if (!rivals.every((other) => standsAside(there, other.box, narrowest, widest))) continue;
    const isWithin = inners.every(
      (inner) => box.x * inner + there.left >= 0 && box.x * inner + there.right <= inner + right,
    );
    if (step === 0 || isWithin) return dx;
  }
  return null;
}

function moved(box: Box, dx: number): Box {
  return dx === 0 ? box : { ...box, left: box.left + dx, right: box.right + dx };
}
