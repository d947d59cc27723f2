import type { EnumValue } from "@/lib/enums";
import type { ClaimsView } from "@/lib/figures/claims/claims-view";
import type {
  ChartSpec,
  Figure,
  FileQuery,
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
import type { RevisionRecord } from "@/lib/figures/history";

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
  readonly higherIs: EnumValue<"HigherIs">;
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
  /** What was found at its address, where readers are to know; null where nobody has looked, or it is as it was. */
  readonly link: LinkRecord | null;
  readonly figureCount: number;
}

/** What was found at the address of a source. */
export interface LinkRecord {
  readonly state: EnumValue<"LinkState">;
  /** ISO 8601 instants: when that was found for the first time in a row, and when it was last looked at. */
  readonly since: string;
  readonly checkedAt: string;
  /** Address that the page has moved to for good; null when it is where it was. */
  readonly movedTo: string | null;
  /** Phrases recorded from the page that its text does not hold; null where its text was not read. */
  readonly missingPhrases: number | null;
  /** Why nothing is known of the page; null when something is. */
  readonly problem: string | null;
}

export interface OrganisationRecord extends OrganisationRef {
  readonly figureCount: number;
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
  /** "fresh" leaves out outcomes past the shelf life of their metric. */
  readonly age: "fresh" | null;
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

/** How much there is of a set of published figures: counted, never the length of a list. */
export interface Extent {
  readonly figures: number;
  /** Slugs of the sources that they are cited from. */
  readonly sources: readonly string[];
  /** What their outcomes are about; null when none states a time. */
  readonly years: { readonly first: number; readonly last: number } | null;
}

/** A metric that is well known of a region, with its newest figures, of how many, and how a file of all of them is asked for. */
export interface KnownMetric {
  readonly metric: MetricRef;
  readonly total: number;
  readonly figures: readonly Figure[];
  readonly file: FileQuery;
}

/** Everything the dashboard shows for one filter. */
export interface DashboardRecord {
  readonly filter: FigureFilter;
  /** The day (yyyy-mm-dd) that it is shown of; null for today. Choices are those of today. */
  readonly asOf: string | null;
  readonly choices: FilterChoices;
  /** The region of the filter, with its name. */
  readonly region: RegionRecord | null;
  /** Of all figures that pass. */
  readonly extent: Extent;
  /** The newest of them: outcomes alone and few where the region's own page has the rest, else at most 200. */
  readonly figures: readonly Figure[];
  /** Up to four figures for the cards. */
  readonly keyFigures: readonly Figure[];
  /** Charts that belong to the region (see belongsTo), with the figures that pass the other filters. */
  readonly charts: readonly ChartSpec[];
  /** How many figures its charts show that are no part of it (see figuresBeyond). */
  readonly beyond: number;
  /** What else is known of the region, where the charts are few. */
  readonly known: readonly KnownMetric[];
}

/** One page of a list: its number from 1, how many there are, and of how many figures in all. */
export interface FigurePage {
  readonly number: number;
  readonly pages: number;
  readonly total: number;
  /** Figures of the list before those of this page. */
  readonly before: number;
  /** Whether the list has more figures than its pages hold. */
  readonly isCut: boolean;
  readonly figures: readonly Figure[];
}

/** Everything a metric's page shows. */
export interface MetricView {
  readonly metric: MetricRecord;
  /** The day (yyyy-mm-dd) that it is shown of; null for today. */
  readonly asOf: string | null;
  /** Regions that have the metric, with how many figures. */
  readonly choices: readonly (RegionRef & { readonly figureCount: number })[];
  /** Regions chosen; all of them when none was asked for and they are few. */
  readonly chosen: readonly RegionRef[];
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** The newest outcome of each region, newest first: of at most 100 of those that have one. */
  readonly latest: readonly Figure[];
  readonly regionsWithLatest: number;
  /** The same of the regions chosen. */
  readonly latestOfChosen: readonly Figure[];
  /** Figures of the chosen regions within the years, newest first, for the chart. At most 600. */
  readonly series: readonly Figure[];
  /** One page of the same figures for the table. */
  readonly page: FigurePage;
}

/** Where a region stands. */
export interface RegionPlace {
  readonly region: RegionRecord;
  /** From the country down to the parent. */
  readonly ancestors: readonly RegionRef[];
}

/** Everything a region's page shows. */
export interface RegionView extends RegionPlace {
  /** The day (yyyy-mm-dd) that it is shown of; null for today. */
  readonly asOf: string | null;
  readonly places: readonly RegionRecord[];
  /** Regions of the same level that share metrics with it, most shared first: the first six, of how many. */
  readonly peers: readonly (RegionRef & { readonly sharedMetrics: number })[];
  readonly peerCount: number;
  /** Metrics measured for the region itself and for others, those of most regions first. */
  readonly sharedMetrics: readonly Pick<MetricRef, "slug" | "name">[];
  /** Of the figures of the region itself and the places below it. */
  readonly extent: Extent;
  /** The newest outcomes of up to four topics, about the region itself where there is one. */
  readonly cards: readonly Figure[];
  /** Charts that belong to it (see belongsTo). */
  readonly charts: readonly ChartSpec[];
  /** How many figures its charts show that are no part of it (see figuresBeyond). */
  readonly beyond: number;
  /** What else is known of it, where the charts are few. */
  readonly known: readonly KnownMetric[];
  /** Every topic that has figures, with how many and the newest of them. */
  readonly topics: readonly { readonly topic: TopicRef; readonly total: number; readonly figures: readonly Figure[] }[];
}

/** All figures that a region has under one topic, page by page, newest first. */
export interface RegionTopicView extends RegionPlace {
  /** The day (yyyy-mm-dd) that it is shown of; null for today. */
  readonly asOf: string | null;
  readonly topic: TopicRef;
  readonly page: FigurePage;
}

/** Everything a source's page shows. */
export interface SourceView {
  readonly source: SourceRecord;
  readonly extent: Extent;
  /** Figures in reading order; in the order of recording where they are too many to be put in order. */
  readonly page: FigurePage & { readonly isInReadingOrder: boolean };
  readonly milestones: readonly Milestone[];
}

/** Everything a figure's page shows. */
export interface FigureView {
  readonly figure: Figure;
  /** It and the others about the same thing and time; null where there are none. */
  readonly claims: ClaimsView | null;
  /** Other published figures of the same metric and region (and organisation), newest first. At most 100. */
  readonly others: readonly Figure[];
  /** How many such figures there are. */
  readonly othersInAll: number;
  readonly history: readonly RevisionRecord[];
}

/** A figure that a change of its metric would make say something else. */
export interface AffectedFigure {
  readonly key: string;
  readonly status: EnumValue<"Status">;
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

/** The best of what was found, of how many. */
export interface Hits<Item> {
  readonly total: number;
  readonly best: readonly Item[];
}

/** What a search found, best first in each group. */
export interface SearchResults {
  readonly figures: Hits<Figure>;
  /** Whether figures were looked for in the words of their phrases too; of very many only by number and by what they are about. */
  readonly isByPhrase: boolean;
  readonly metrics: Hits<Pick<MetricRecord, "slug" | "name" | "figureCount">>;
  readonly regions: Hits<Pick<RegionRecord, "code" | "name" | "nameLocal" | "level" | "figureCountWithPlaces">>;
  readonly sources: Hits<Pick<SourceRecord, "slug" | "title" | "publisher" | "published" | "language">>;
  readonly organisations: Hits<OrganisationRecord>;
}
