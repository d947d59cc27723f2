import type { Figure, MetricRef, RegionRef, SourceRef } from "@/lib/figures/figure";

/** What a change in a figure's history was made to: the figure itself, or what is read beside its number. */
export type RevisionSubject = "figure" | "metric" | "region" | "organisation" | "source";

/** What a change made of a figure, for readers. */
export interface FigureChange {
  /** The figure as readers saw it before; null where they saw none, and for what an earlier program kept in another form. */
  readonly before: Figure | null;
  /** The same from then on; null where it was retracted. Both are null where something beside the figure changed. */
  readonly after: Figure | null;
  /** What differs from the version that was public before, by the name of the field in a figure's input. */
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
  /** Key of the figure that stands in place of a retracted one, where that was said. */
  readonly replacedBy: string | null;
}

/** One change of what readers see of a figure, oldest first in a history. `at` is an ISO 8601 instant. */
export interface RevisionRecord extends FigureChange {
  readonly id: number;
  readonly subject: RevisionSubject;
  readonly kind: string;
  readonly who: string;
  /** Why the public number differs from before; null where it does not. */
  readonly cause: string | null;
  readonly reason: string | null;
  readonly at: string;
}

/** One correction of a published figure. `at` is an ISO 8601 instant. */
export interface Correction extends FigureChange {
  /** Number of the revision: later ones have higher numbers. */
  readonly revision: number;
  /** Public key of the figure. */
  readonly figure: string;
  readonly kind: "changed" | "retracted" | "restored";
  readonly at: string;
  readonly cause: string | null;
  readonly reason: string | null;
}

/** Corrections, newest first. `earlier` is the revision before which the next ones are asked for; null at the end. */
export interface Corrections {
  readonly list: readonly Correction[];
  readonly earlier: number | null;
}

/** Figures by when readers saw each for the first time, newest first; instants are ISO 8601. */
export interface NewFigures {
  /** What they are of; null where of any. A region stands for itself and every place below it. */
  readonly of: {
    readonly region: RegionRef | null;
    readonly metric: MetricRef | null;
    readonly source: SourceRef | null;
  };
  /** At most 50. `published` is when readers saw it here for the first time, `updated` when it was last changed. */
  readonly list: readonly { readonly figure: Figure; readonly published: string; readonly updated: string }[];
  /** The revision before which earlier ones were published; null where there are none. */
  readonly earlier: number | null;
}
