import { yearOf } from "@/lib/dates/edtf";
import { casesThatDiffer } from "@/lib/figures/claims/claims";
import type { Figure } from "@/lib/figures/figure";
import { groupBy } from "@/lib/figures/group";

/** What is known of one metric in one region: one outcome, several, several of which some cannot all be true, only targets, or nothing. */
export type Coverage = "one" | "several" | "differ" | "target" | "none";

/** How many outcomes and targets there are, and in how many cases sources differ about an outcome. */
export interface Counted {
  readonly outcomes: number;
  readonly targets: number;
  readonly differing: number;
}

/** The coverage that so many figures make. */
export function coverageOf({ outcomes, targets, differing }: Counted): Coverage {
  if (outcomes > 1) return differing > 0 ? "differ" : "several";
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

/** Some figures, which know what others say of the same, counted. */
export function countCoverage(figures: readonly Figure[]): Counted {
  const outcomes = figures.filter(({ outlook }) => outlook === "outcome");
  return {
    outcomes: outcomes.length,
    targets: figures.length - outcomes.length,
    differing: casesThatDiffer(outcomes).length,
  };
}
