import type {
  ChartSpec,
  Figure,
  MetricRef,
  Milestone,
  OrganisationRef,
  Outlook,
  RegionLevel,
  RegionRef,
  SourceRef,
  TopicRef,
  Wording,
} from "@/lib/figures/figure";

/** A region with its place in the tree. Counts are of published figures. */
export interface RegionRecord extends RegionRef {
  readonly nameLocal: string | null;
  readonly level: RegionLevel;
  readonly parentCode: string | null;
  /** Figures measured for the region itself. */
  readonly figureCount: number;
  /** Figures measured for it or for any place below it. */
  readonly figureCountWithPlaces: number;
}

/** A metric with its definition. Years are null when no published figure of it states one. */
export interface MetricRecord extends MetricRef {
  readonly definition: string;
  readonly higherIs: "better" | "worse" | "neither";
  readonly figureCount: number;
  readonly regionCount: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** The full bibliographic record. Dates are EDTF text. */
export interface SourceRecord extends SourceRef {
  readonly archiveUrl: string | null;
  readonly archivedAt: string | null;
  readonly licence: string | null;
  readonly note: string | null;
  readonly figureCount: number;
}

export interface OrganisationRecord extends OrganisationRef {
  readonly figureCount: number;
}

/** What a change in a figure's history was made to: the figure itself, or what is read beside its number. */
export type RevisionSubject = "figure" | "metric" | "region" | "organisation" | "source";

/** One change of what readers see of a figure, oldest first in a history. `at` is an ISO 8601 instant. */
export interface RevisionRecord {
  readonly id: number;
  readonly subject: RevisionSubject;
  readonly kind: string;
  readonly who: string;
  /** Why the public number differs from before; null where it does not. */
  readonly cause: string | null;
  readonly reason: string | null;
  readonly at: string;
  /** What differs from the version that was public before, by the name of the field in a figure's input. */
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

/** Which figures a view shows. A missing (null) part does not filter. */
export interface FigureFilter {
  /** Region code; places below it are included. */
  readonly region: string | null;
  readonly topic: string | null;
  readonly source: string | null;
  readonly organisation: string | null;
  readonly wording: Wording | null;
  readonly outlook: Outlook | null;
  /** First and last calendar year (inclusive) that the figure's time must touch. Figures without a stated date pass only when both are null. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
}

/** What the controls of a view may be set to, with how many published figures each has. */
export interface FilterChoices {
  readonly regions: readonly RegionRecord[];
  readonly topics: readonly (TopicRef & { readonly figureCount: number })[];
  readonly sources: readonly SourceRecord[];
  readonly organisations: readonly OrganisationRecord[];
  /** Null when no figure states a year. */
  readonly years: { readonly first: number; readonly last: number } | null;
}

/** Everything the dashboard shows for one filter. */
export interface DashboardRecord {
  readonly filter: FigureFilter;
  readonly choices: FilterChoices;
  /** The region of the filter, with its name. */
  readonly region: RegionRecord | null;
  /** All figures that pass, newest first. */
  readonly figures: readonly Figure[];
  /** Up to four figures for the cards. */
  readonly keyFigures: readonly Figure[];
  /** Charts with at least one figure that passes; region decides which charts, the other filters decide which figures within. */
  readonly charts: readonly ChartSpec[];
  /** Sources of everything shown, in the order of their numbers (from 1). */
  readonly sources: readonly SourceRecord[];
}

/** Everything a metric's page shows. */
export interface MetricView {
  readonly metric: MetricRecord;
  /** Regions that have the metric, with how many figures. */
  readonly choices: readonly (RegionRef & { readonly figureCount: number })[];
  /** Regions chosen; all of them when none was asked for and they are few. */
  readonly chosen: readonly RegionRef[];
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** The newest outcome of every region, newest first. */
  readonly latest: readonly Figure[];
  /** Figures of the chosen regions within the years, newest first, for the chart. At most 600. */
  readonly series: readonly Figure[];
  /** One page of the same figures for the table. */
  readonly page: {
    readonly number: number;
    readonly pages: number;
    readonly total: number;
    readonly figures: readonly Figure[];
  };
}

/** Everything a region's page shows. */
export interface RegionView {
  readonly region: RegionRecord;
  /** From the country down to the parent. */
  readonly ancestors: readonly RegionRef[];
  readonly places: readonly RegionRecord[];
  /** Regions of the same level that share metrics with it, most shared first. */
  readonly peers: readonly (RegionRef & { readonly sharedMetrics: number })[];
  /** Figures of the region itself and the places below it, newest first. At most 1,000. */
  readonly figures: readonly Figure[];
  readonly milestones: readonly Milestone[];
}

/** Everything a source's page shows; figures in reading order. */
export interface SourceView {
  readonly source: SourceRecord;
  readonly figures: readonly Figure[];
  readonly milestones: readonly Milestone[];
}

/** Everything a figure's page shows. */
export interface FigureView {
  readonly figure: Figure;
  /** Other published figures of the same metric and region (and organisation), newest first. At most 100. */
  readonly others: readonly Figure[];
  readonly history: readonly RevisionRecord[];
}

/** A figure that a change of its metric would make say something else. */
export interface AffectedFigure {
  readonly key: string;
  readonly status: "draft" | "published" | "retracted";
  /** The organisation or region that it is about. */
  readonly about: string;
  readonly wording: Wording;
  /** Plain digits; `valueHigh` is null but for a range. */
  readonly value: string;
  readonly valueHigh: string | null;
  readonly phrase: string | null;
  /** The unit that its phrase states where that is not the new one; null where it states none, or the new one. */
  readonly otherUnit: string | null;
}

/** That a record was withdrawn. `at` is an ISO 8601 instant. */
export interface Withdrawal {
  /** What it is called; null for a figure. */
  readonly name: string | null;
  readonly at: string;
  readonly reason: string | null;
  /** Key of the record of its kind that stands in its place; null where none was named. */
  readonly replacedBy: string | null;
}

/** Everything the page of a withdrawn figure shows. */
export interface WithdrawnFigure {
  /** As readers last saw it. */
  readonly figure: Figure;
  readonly withdrawal: Withdrawal;
  /** Published figures that stand in its place; at most 20. */
  readonly instead: readonly Figure[];
  readonly history: readonly RevisionRecord[];
}

/** What a search found, best first in each group. */
export interface SearchResults {
  readonly figures: readonly Figure[];
  readonly metrics: readonly MetricRecord[];
  readonly regions: readonly RegionRecord[];
  readonly sources: readonly SourceRecord[];
  readonly organisations: readonly OrganisationRecord[];
}
