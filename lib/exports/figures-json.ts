import { figureRow } from "@/lib/exports/figure-row";
import type { Figure } from "@/lib/figures/figure";

/** Figures as JSON: {"figures": [...]}, the same rows and names as the CSV. */
export function figuresJson(figures: readonly Figure[]): string {
  return `${JSON.stringify({ figures: figures.map(figureRow) }, null, 1)}\n`;
}
