/**
 * Narrowest drawing, px: a 320 px screen less the padding of page and frame. What fits there fits everywhere,
 * because places grow with the width and texts do not.
 */
export const NARROWEST = 256;

/** Narrowest drawing, px, at which the labels of the roomy tier appear (charts.css asks the same width). */
export const ROOMY = 440;

/** Widths, px, from which crowded marks get places of their own (charts.css asks the same widths), the narrowest first. */
export const TIERS = [NARROWEST, ROOMY, 700] as const;
