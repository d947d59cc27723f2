/** A rectangle tied to a place across the plot: its sides are px from that place, and px down the drawing. */
export interface Box {
  /** Fraction across the plot, 0 to 1. */
  readonly x: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Widths of drawings, px, at which things must stand free; those between follow, because places grow evenly with the width. */
export const WIDTHS = [256, 288, 330, 380, 440, 520, 620, 700, 800, 920, 1144] as const;

/** Whether two boxes come nearer than `hair` px to each other in height. */
function isLevel(a: Box, b: Box, hair = 0): boolean {
  return a.bottom + hair > b.top && b.bottom + hair > a.top;
}

/** Whether two boxes of one level come nearer than `hair` px to each other across, in a plot of `inner` px. */
export function meetAcross(a: Box, b: Box, inner: number, hair = 0): boolean {
  const [ax, bx] = [a.x * inner, b.x * inner];
  return ax + a.right + hair > bx + b.left && bx + b.right + hair > ax + a.left;
}

/**
 * Whether two boxes of one level stand apart in plots of all widths between two, px, and the one always on the same side of the other:
 * places grow evenly with the width, so that it is enough to look at the narrowest and the widest.
 */
export function standsAside(a: Box, b: Box, narrowest: number, widest: number, hair = 0): boolean {
  const apart = b.x - a.x;
  const [after, before] = [b.left - a.right - hair, a.left - b.right - hair];
  return (
    (apart * narrowest + after >= 0 && apart * widest + after >= 0) ||
    (before - apart * narrowest >= 0 && before - apart * widest >= 0)
  );
}

/** px of height that are looked through together. */
const ROW = 8;

/** Things with boxes, to be found by their level. */
export class ByLevel<Item extends { readonly box: Box }> {
  readonly #rows = new Map<number, Item[]>();

  add(item: Item): void {
    for (let row = Math.floor(item.box.top / ROW); row <= Math.floor(item.box.bottom / ROW); row += 1) {
      const items = this.#rows.get(row);
      if (items) items.push(item);
      else this.#rows.set(row, [item]);
    }
  }

  /** Those that come nearer than `hair` px to a box in height; one that is tall may be named more than once. */
  level(box: Box, hair = 0): Item[] {
    const found: Item[] = [];
    for (let row = Math.floor((box.top - hair) / ROW); row <= Math.floor((box.bottom + hair) / ROW); row += 1) {
      for (const item of this.#rows.get(row) ?? []) if (isLevel(box, item.box, hair)) found.push(item);
    }
    return found;
  }
}
