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
export function isLevel(a: Box, b: Box, hair = 0): boolean {
  return a.bottom + hair > b.top && b.bottom + hair > a.top;
}

/** Whether two boxes of one level come nearer than `hair` px to each other across, in a plot of `inner` px. */
export function meetAcross(a: Box, b: Box, inner: number, hair = 0): boolean {
  const [ax, bx] = [a.x * inner, b.x * inner];
  return ax + a.right + hair > bx + b.left && bx + b.right + hair > ax + a.left;
}
