import type { Offered } from "@/lib/figures/compare/compare-view";
import type { Figure, MetricRef, RegionRef } from "@/lib/figures/figure";

/** A region with the newest outcomes of one metric that are about itself, newest first, and how many targets it has. */
export interface TiledRegion extends RegionRef {
  readonly figures: readonly Figure[];
  readonly targets: number;
}

/** Everything that a map of tiles shows. */
export interface TileView {
  /** The day whose knowledge it is, yyyy-mm-dd; null for today. */
  readonly asOf: string | null;
  readonly metric: MetricRef;
  /** What the regions lie in; null for countries. */
  readonly within: RegionRef | null;
  /** Regions in use there, by name; of how many where they are too many. */
  readonly regions: Offered<TiledRegion>;
  readonly year: number | null;
  /** A metric or place that was asked for and is not there; null where it is, or none was asked for. */
  readonly unknown: { readonly metric: string | null; readonly within: string | null };
  /** Metrics that have figures of several regions. */
  readonly metrics: Offered<MetricRef>;
  /** Where else there are regions with figures of it, most first: null for the countries. */
  readonly elsewhere: readonly { readonly region: RegionRef | null; readonly regions: number }[];
  readonly years: { readonly first: number; readonly last: number } | null;
}
