import "server-only";
import type { KnownOn } from "@/lib/data/public/selection/figure-selection";
import { yearOf } from "@/lib/dates/edtf";
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

/** Metrics and regions as they were called on a day; as they are where none is given. */
export function namesOf(knownOn: KnownOn | null) {
  return {
    metricThen: <Item extends { readonly slug: string }>(metric: Item) =>
      knownOn?.recordThen("metrics", metric.slug, metric) ?? metric,
    regionThen: <Item extends { readonly code: string }>(region: Item) =>
      knownOn?.recordThen("regions", region.code, region) ?? region,
  };
}

/** The first and the last year of days that were counted; null where none has any. */
export function spanOf(counts: readonly { readonly firstDay: number | null; readonly lastDay: number | null }[]) {
  const days = counts.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]).filter((day) => day !== null);
  return days.length === 0 ? null : { first: yearOf(Math.min(...days)), last: yearOf(Math.max(...days)) };
}
