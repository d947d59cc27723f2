import type { Figure, MetricRef, RegionRef } from "@/lib/figures/figure";

/** What is known of one metric in one region, about the region itself: how many figures, and the newest of each outlook. */
export interface CompareCell {
  readonly metric: string;
  readonly region: string;
  readonly outcomes: number;
  readonly targets: number;
  /** Newest first, outcomes and targets; all of them unless they are more than a cell is given. */
  readonly figures: readonly Figure[];
}

/** What can be chosen, of how many: those with most figures where not all are offered. */
export interface Offered<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** What an address named and is not shown: beyond as many as are compared, by name, and keys that nothing has. */
export interface NotShown {
  readonly beyond: readonly string[];
  readonly unknown: readonly string[];
}

/** Everything that the comparison of metrics and regions shows. */
export interface CompareView {
  /** The day whose knowledge it is, yyyy-mm-dd; null for today. */
  readonly asOf: string | null;
  readonly metrics: readonly MetricRef[];
  readonly regions: readonly RegionRef[];
  /** One for each of them, metric after metric. */
  readonly cells: readonly CompareCell[];
  readonly year: number | null;
  /** Whether metrics or regions were chosen for the reader, since the address names none. */
  readonly isFilledIn: { readonly metrics: boolean; readonly regions: boolean };
  readonly notShown: { readonly metrics: NotShown; readonly regions: NotShown };
  readonly offered: { readonly metrics: Offered<MetricRef>; readonly regions: Offered<RegionRef> };
  /** First and last year of the figures of these metrics; null where none states one. */
  readonly years: { readonly first: number; readonly last: number } | null;
}
