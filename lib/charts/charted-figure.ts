import type { Figure } from "@/lib/figures/figure";
import { shortQuantity } from "@/lib/format/quantity";

/** A figure with its place in the chart's list of figures (and in the chart's table), from 0. */
export interface ChartedFigure {
  readonly figure: Figure;
  readonly label: string | null;
  readonly index: number;
}

/** A list that is never empty. */
export type Group<T> = readonly [T, ...T[]];

/**
 * Figures that say the same (number, wording, outlook) under the same key, gathered: a claim that is repeated is one mark with
 * several sources. Claims that differ in any of these stay apart. Order of first appearance.
 */
export function groupRepeats<T extends ChartedFigure>(charted: readonly T[], keyOf: (each: T) => string): Group<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const each of charted) {
    const { wording, value, valueHigh, outlook, qualifier } = each.figure;
    const key = JSON.stringify([keyOf(each), wording, value, valueHigh, outlook, qualifier]);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

/** The quantity in short; a target says so. */
export function quantityText(figure: Figure, locale: string): string {
  const text = shortQuantity(figure, figure.metric.unit, locale);
  return figure.outlook === "target" ? `target ${text}` : text;
}
