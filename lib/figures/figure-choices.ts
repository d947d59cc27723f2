import type { MetricRef, OrganisationRef, RegionRef, SourceRef, TopicRef } from "@/lib/figures/figure";

/** Everything the form of a figure may refer to, with enough to show what the figure will look like. */
export interface FigureChoices {
  readonly metrics: readonly (MetricRef & { readonly definition: string })[];
  readonly regions: readonly (RegionRef & { readonly nameLocal: string | null; readonly parentName: string | null })[];
  readonly organisations: readonly OrganisationRef[];
  /** Newest recorded first. */
  readonly sources: readonly SourceRef[];
  /** In the order of the dashboard. */
  readonly topics: readonly TopicRef[];
}
