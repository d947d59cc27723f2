import "server-only";
import type { Offered } from "@/lib/figures/compare/compare-view";

/** Records that can be chosen from. */
const MOST_OFFERED = 300;

/** Those with most figures where they are many, with those chosen in any case, in their own order. */
export function offered<Item extends { readonly figureCount: number }>(
  all: readonly Item[],
  isChosen: (item: Item) => boolean,
): Offered<Item> {
  if (all.length <= MOST_OFFERED) return { items: all, total: all.length };
  const byCount = [...all].sort((a, b) => b.figureCount - a.figureCount);
  const kept = new Set(byCount.slice(0, MOST_OFFERED));
  return { items: all.filter((item) => kept.has(item) || isChosen(item)), total: all.length };
}
