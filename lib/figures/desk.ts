import type {
  ChartSpec,
  Figure,
  MetricKind,
  OrganisationRef,
  RegionLevel,
  RegionRef,
  SourceRef,
  TopicRef,
} from "@/lib/figures/figure";

/** Where a record stands. A noun without drafts is published while it is in use. */
export type DeskState = "draft" | "published" | "retracted";

/** What every row of an editor's list has. `version` is what an edit must name. */
interface DeskRow {
  readonly key: string;
  readonly version: number;
  readonly state: DeskState;
}

/** Rows of the editors' lists by noun. Counts are of figures that are not retracted. */
export interface DeskRows {
  readonly figures: DeskRow & { readonly figure: Figure };
  readonly metrics: DeskRow & {
    readonly name: string;
    readonly unit: string;
    readonly kind: MetricKind;
    readonly topic: TopicRef;
    readonly shelfLifeMonths: number | null;
    readonly figureCount: number;
  };
  readonly regions: DeskRow & {
    readonly name: string;
    readonly nameLocal: string | null;
    readonly level: RegionLevel;
    readonly parent: RegionRef | null;
    readonly figureCount: number;
  };
  readonly organisations: DeskRow & OrganisationRef & { readonly figureCount: number };
  readonly topics: DeskRow &
    TopicRef & { readonly position: number; readonly metricCount: number; readonly chartCount: number };
  readonly sources: DeskRow &
    Pick<SourceRef, "title" | "publisher" | "published" | "language" | "url"> & {
      readonly isArchived: boolean;
      readonly figureCount: number;
    };
  readonly milestones: DeskRow & { readonly title: string; readonly date: string; readonly region: RegionRef };
  readonly charts: DeskRow &
    Pick<ChartSpec, "title" | "subtitle" | "kind"> & { readonly topic: TopicRef; readonly position: number };
}

export type DeskNoun = keyof DeskRows;

/** What an editor's list is asked for. A null part does not filter. */
export interface DeskQuery {
  /** Words to be found, "" for none. */
  readonly text: string;
  /** "current" is everything that is not retracted. */
  readonly status: DeskState | "current" | "all";
  readonly metric: string | null;
  /** Region code; places below it are included. */
  readonly region: string | null;
  readonly source: string | null;
  readonly topic: string | null;
  readonly organisation: string | null;
  readonly care: Care | null;
  readonly sort: DeskSort;
  /** From 1. */
  readonly page: number;
}

/** What may need an editor's hand: see lib/data/desk/care.ts. */
export type Care = "stale" | "differing" | "unarchived";

/** Orders of lists. "best" is the best match first and needs a text. */
export type DeskSort = "best" | "newest" | "name" | "date" | "metric" | "region" | "topic" | "figures" | "position";

/** One page of a list. */
export interface DeskPage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly number: number;
  readonly pages: number;
}

/** One matter on the start page: how many records there are, and the first few of them. */
export interface CareMatter<N extends DeskNoun> {
  readonly count: number;
  readonly first: readonly DeskRows[N][];
}

/** What needs care. */
export interface DeskOverview {
  readonly draftFigures: CareMatter<"figures">;
  readonly draftMilestones: CareMatter<"milestones">;
  readonly draftCharts: CareMatter<"charts">;
  /** Newest outcomes of their metric, region and subject that are past their shelf life, the longest first. */
  readonly stale: CareMatter<"figures">;
  /** Published figures that another one contradicts, side by side. */
  readonly differing: CareMatter<"figures">;
  readonly unarchived: CareMatter<"sources">;
}

/** A field before and after a change, as the record keeps it; null for nothing. */
interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One change of a record. `at` is an ISO 8601 instant, `revision` the number by which its version can be restored. */
export interface DeskChange {
  readonly kind: string;
  readonly cause: string | null;
  readonly reason: string | null;
  readonly who: string;
  readonly at: string;
  readonly revision: number;
  readonly changes: readonly FieldChange[];
}

/** One change among those of all records. An import of many rows is one change; it has no record of its own. */
export interface LatestChange extends DeskChange {
  readonly noun: DeskNoun | "imports";
  readonly key: string;
  /** Name, title or (of a figure) metric and region by their keys; null where the change does not tell. */
  readonly name: string | null;
}

/** The latest changes, newest first. */
export interface LatestChanges {
  readonly changes: readonly LatestChange[];
  /** Names of all who have changed something. */
  readonly people: readonly string[];
  /** The revision to ask for what came earlier; null at the end. */
  readonly earlier: number | null;
}
