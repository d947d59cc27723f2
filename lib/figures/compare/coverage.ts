import { yearOf } from "@/lib/dates/edtf";
import type { Figure } from "@/lib/figures/figure";
import { groupBy } from "@/lib/figures/group";

/**
 * What is known of one metric in one region: one outcome, several, only targets, or nothing. Whether several differ is a verdict on them
 * (lib/figures/claims/verdict.ts): it would stand here beside "several".
 */
export type Coverage = "one" | "several" | "target" | "none";

/** The coverage that so many figures make. */
export function coverageOf({ outcomes, targets }: { readonly outcomes: number; readonly targets: number }): Coverage {
  if (outcomes > 1) return "several";
  if (outcomes === 1) return "one";
  return targets > 0 ? "target" : "none";
}

/** Figures by the year in which their time ends; those without a time are in none. */
export function byYear(figures: readonly Figure[]): ReadonlyMap<number, readonly Figure[]> {
  return groupBy(
    figures.filter(({ lastDay }) => lastDay !== null),
    ({ lastDay }) => yearOf(lastDay ?? 0),
  );
}

/** How many of some figures are outcomes and targets. */
export function countOutlooks(figures: readonly Figure[]): { readonly outcomes: number; readonly targets: number } {
  const outcomes = figures.filter(({ outlook }) => outlook === "outcome").length;
  return { outcomes, targets: figures.length - outcomes };
}
