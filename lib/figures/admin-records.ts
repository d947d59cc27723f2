import type { EnumValue } from "@/lib/enums";
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

/** Where a record stands. A resource without drafts is published while it is in use. */
export type RecordState = EnumValue<"Status">;

/** What every row of an editor's list has. `version` is what an edit must name. */
interface AdminRow {
  readonly key: string;
  readonly version: number;
  readonly state: RecordState;
}

/** Rows of the editors' lists by resource. Counts are of figures that are not retracted. */
export interface AdminRows {
  readonly figures: AdminRow & { readonly figure: Figure };
  readonly metrics: AdminRow & {
    readonly name: string;
    readonly unit: string;
    readonly kind: MetricKind;
    readonly topic: TopicRef;
    readonly shelfLifeMonths: number | null;
    readonly figureCount: number;
  };
  readonly regions: AdminRow & {
    readonly name: string;
    readonly nameLocal: string | null;
    readonly level: RegionLevel;
    readonly parent: RegionRef | null;
    readonly figureCount: number;
  };
  readonly organisations: AdminRow & OrganisationRef & { readonly figureCount: number };
  readonly topics: AdminRow &
    TopicRef & { readonly position: number; readonly metricCount: number; readonly chartCount: number };
  readonly sources: AdminRow &
    Pick<SourceRef, "title" | "publisher" | "published" | "language" | "url"> & {
      readonly isArchived: boolean;
      readonly figureCount: number;
    };
  readonly milestones: AdminRow & { readonly title: string; readonly date: string; readonly region: RegionRef };
  readonly charts: AdminRow &
    Pick<ChartSpec, "title" | "subtitle" | "kind"> & { readonly topic: TopicRef; readonly position: number };
}

export type AdminResource = keyof AdminRows;

/** What an editor's list is asked for. A null part does not filter. */
export interface AdminListQuery {
  /** Words to be found, "" for none. */
  readonly text: string;
  /** "current" is everything that is not retracted. */
  readonly status: RecordState | "current" | "all";
  readonly metric: string | null;
  /** Region code; places below it are included. */
  readonly region: string | null;
  readonly source: string | null;
  readonly topic: string | null;
  readonly organisation: string | null;
  readonly care: ReviewReason | null;
  readonly sort: AdminListSort;
  /** From 1. */
  readonly page: number;
}

/** What may need an editor's hand: see lib/data/admin/review-queue.ts. */
export type ReviewReason = "stale" | "differing" | "unarchived" | "link";

/** Orders of lists. "best" is the best match first and needs a text. */
export type AdminListSort =
  | "best"
  | "newest"
  | "name"
  | "date"
  | "metric"
  | "region"
  | "topic"
  | "figures"
  | "position";

/** One page of a list. */
export interface AdminListPage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly number: number;
  readonly pages: number;
}

/** One matter on the start page: how many records there are, and the first few of them. */
export interface ReviewItem<N extends AdminResource> {
  readonly count: number;
  readonly first: readonly AdminRows[N][];
}

/** What needs care. */
export interface AdminOverview {
  readonly draftFigures: ReviewItem<"figures">;
  readonly draftMilestones: ReviewItem<"milestones">;
  readonly draftCharts: ReviewItem<"charts">;
  /** Newest outcomes of their metric, region and subject that are past their shelf life, the longest first. */
  readonly stale: ReviewItem<"figures">;
  /** Published figures that another one contradicts, side by side. */
  readonly differing: ReviewItem<"figures">;
  readonly unarchived: ReviewItem<"sources">;
  readonly links: ReviewItem<"sources">;
}

/** A field before and after a change, as the record keeps it; null for nothing. */
interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One change of a record. `at` is an ISO 8601 instant, `revision` the number by which its version can be restored. */
export interface RecordChange {
  readonly kind: string;
  readonly cause: string | null;
  readonly reason: string | null;
  readonly who: string;
  readonly at: string;
  readonly revision: number;
  readonly changes: readonly FieldChange[];
}

/** One change among those of all records. An import of many rows is one change; it has no record of its own. */
export interface LatestChange extends RecordChange {
  readonly resource: AdminResource | "imports";
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
