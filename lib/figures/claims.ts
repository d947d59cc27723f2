import type { Figure } from "@/lib/figures/figure";
import { verdict } from "@/lib/figures/verdict";

/** Groups of figures about exactly the same metric, region, subject and time that cannot all be true, in order of first appearance. */
export function differingClaims(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const { metric, region, organisation, outlook, firstDay, lastDay } = figure;
    const key = [metric.slug, region.code, organisation?.slug ?? "", outlook, firstDay, lastDay].join(" ");
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  return [...groups.values()]
    .map((group) => group.filter((figure) => group.some((other) => verdict(figure, other).kind === "differ")))
    .filter((group) => group.length > 0);
}
