import type { PartChange } from "@/lib/importing/evaluate-row";
import { foldHeader, NOT_TAKEN } from "@/lib/importing/fields";
import type { ProblemKind } from "@/lib/importing/group-problems";
import type { Column } from "@/lib/importing/match-columns";
import type { Problem } from "@/lib/importing/problem";
import type { LeftOut } from "@/lib/importing/table/left-out";

/** What an import does with a row. */
export const ROW_ACTIONS = ["refused", "added", "changed", "unchanged"] as const;
export type RowAction = (typeof ROW_ACTIONS)[number];

/** A row of a plan, for people. */
export interface PlannedRow {
  readonly row: number;
  /** The cell of the number as the file has it, with the name of its column; null for none. */
  readonly cell: { readonly column: string; readonly text: string } | null;
  readonly fate: RowAction;
  /** Public key of the figure; null for one that is to be added or is refused. */
  readonly figure: string | null;
  /** Metric, region, period and value as they would be stored, for recognising the row. */
  readonly label: string;
  /** What it is marked with: that it is a target, and the flags of its source; "" for nothing. */
  readonly marks: string;
  readonly changes: readonly PartChange[];
  readonly problems: readonly Problem[];
  /** What is not wrong and yet to be looked at: a phrase without the number, a value that was scaled. */
  readonly warnings: readonly Problem[];
}

/** A metric, region, organisation or source that comes with the file. */
export interface NewRecord {
  readonly resource: "metrics" | "regions" | "organisations" | "sources";
  readonly key: string;
  readonly name: string;
  /** First row that needs it. */
  readonly row: number;
}

/** How many rows come to what. */
type Totals = Readonly<Record<RowAction, number>>;

/** What an import would do, or has done, as a whole. */
export interface PlanSummary {
  readonly columns: readonly (Column & { readonly samples: readonly string[] })[];
  readonly rows: number;
  readonly totals: Totals;
  /** How the file was read where that is not plain, in sentences. */
  readonly read: readonly string[];
  /** Cells and rows of the file that became no rows of the import, by why. */
  readonly left: Readonly<Record<LeftOut, number>>;
  readonly newRecords: readonly NewRecord[];
  /** Published figures that the file changes: these need a reason. */
  readonly publishedChanged: number;
  /** Problems of the whole file, then those of the first refused rows, at most MOST_PROBLEMS. */
  readonly problems: readonly Problem[];
  /** All problems of rows, those of one kind as one line. */
  readonly problemKinds: readonly ProblemKind[];
  /** All warnings, those of one kind as one line, and how many rows have any. */
  readonly warningKinds: readonly ProblemKind[];
  readonly warned: number;
}

/** Headers of the columns of which nothing gets in, without those that our own files have worked out from others. */
export function notTaken(columns: PlanSummary["columns"]): readonly string[] {
  return columns.flatMap(({ header, field }) =>
    field === null && header.trim() !== "" && !NOT_TAKEN.has(foldHeader(header)) ? [header] : [],
  );
}

/** Most problems told at once; the rows themselves are told page by page. */
export const MOST_PROBLEMS = 100;

/** Rows on one page of a plan. */
export const PAGE_ROWS = 50;
