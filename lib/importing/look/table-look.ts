import type { EnumValue } from "@/lib/enums";
import type { FieldName } from "@/lib/importing/fields";
import type { Encoding } from "@/lib/importing/files/encodings";
import type { SheetChoice } from "@/lib/importing/files/sheet-choice";
import type { TablePlace } from "@/lib/importing/table/find-table";
import type { LeftOut } from "@/lib/importing/table/left-out";
import type { ColumnUse, LevelSays } from "@/lib/importing/table/recipe";
import type { TimeQuestion } from "@/lib/importing/times/periods";

/** A row of a file, for people: its first cells as text. */
export interface ShownRow {
  /** As a spreadsheet counts it, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A sheet of a workbook with its first rows. */
export interface ShownSheet extends SheetChoice {
  readonly rows: readonly ShownRow[];
}

/** What a column is taken for, with the reason. */
export interface ShownColumn {
  /** Name by which a recipe speaks of it. */
  readonly name: string;
  readonly letter: string;
  readonly use: ColumnUse;
  readonly reason: string;
  readonly samples: readonly string[];
}

/** Columns of numbers that become rows: what each row of their header says, with the first and the last text of it. */
export interface Spread {
  readonly count: number;
  readonly levels: readonly {
    readonly says: LevelSays;
    readonly first: string;
    readonly last: string;
    readonly texts: number;
  }[];
}

/** What the name of a place in the file is taken for. */
export interface PlaceGuess {
  readonly name: string;
  /** Figures under that name. */
  readonly count: number;
  /**
   * A region of the site; a place of ISO 3166 that is none here; a group of places; a name of several; or nothing that is known.
   */
  readonly kind: "region" | "place" | "group" | "several" | "unknown";
  /** Key of the region or code of the place; null for the others. */
  readonly code: string | null;
  /** What the site or the standard calls it. */
  readonly label: string | null;
  readonly level: EnumValue<"RegionLevel"> | null;
  readonly parent: string | null;
  readonly reason: string;
}

/** What the name of a metric in the file is taken for. */
export interface MetricGuess {
  readonly name: string;
  readonly count: number;
  /** Key of the metric of that name; null where there is none. */
  readonly key: string | null;
  readonly reason: string;
  /** Keys of metrics that the name may mean, likeliest first. */
  readonly suggested: readonly string[];
  /** What a new metric of that name would measure in, as far as the name says. */
  readonly proposal: { readonly name: string; readonly unit: string; readonly kind: EnumValue<"MetricKind"> };
}

/** A recipe that was saved and may fit. */
export interface OfferedRecipe {
  readonly name: string;
  /** Why it is offered: the file has the same header, or comes from the same source. */
  readonly fits: "header" | "source";
  readonly who: string;
}

/** What a file looks like when it is read as a recipe says: everything a person needs to say what is missing. */
export interface TableLook {
  /** Whether the file's own header says what its columns are, so that nothing has to be said of them. */
  readonly isOurs: boolean;
  /** Header of the table without what changes from year to year: files of one shape have the same. "" without a table. */
  readonly shape: string;
  readonly encoding: { readonly name: Encoding; readonly guessedFrom: string | null } | null;
  /** What parts the cells of a text file; null in a workbook. */
  readonly delimiter: string | null;
  /** Sheet that was taken because the first has no table, and that a recipe has to name; null for the one that is asked for. */
  readonly sheet: string | null;
  /** Visible sheets with their first rows; empty for a text file. */
  readonly sheets: readonly ShownSheet[];
  /** First and last rows that have something in them. */
  readonly head: readonly ShownRow[];
  readonly tail: readonly ShownRow[];
  /** Rows with something in them, and columns, that there are in all. */
  readonly rows: number;
  readonly width: number;
  readonly place: TablePlace | null;
  readonly lastRow: number | null;
  /** Why no table was found; null where one was. */
  readonly problem: string | null;
  readonly columns: readonly ShownColumn[];
  readonly spread: Spread | null;
  /** Figures that come out, and what does not become one. */
  readonly figures: number;
  readonly left: Readonly<Record<LeftOut, number>>;
  /** Fields that neither a column nor what was said of the file fills, with how many figures lack them. */
  readonly unsaid: Readonly<Partial<Record<FieldName, number>>>;
  /** Numbers that can be read in two ways until somebody says how the file writes them, and such of more than 15 digits. */
  readonly ambiguous: Samples;
  readonly long: Samples;
  /** What has to be said of its times before they can be read; null where nothing has. */
  readonly times: TimeQuestion | null;
  /** What stands above the table, as a note to its figures; "" for nothing. */
  readonly above: string;
  /** Units that the file states. */
  readonly units: readonly string[];
  readonly regions: readonly PlaceGuess[];
  readonly metrics: readonly MetricGuess[];
  /** How many names of either there are in all. */
  readonly named: { readonly regions: number; readonly metrics: number };
  readonly recipes: readonly OfferedRecipe[];
}

/** How many cells are of a kind, with the first of them. */
export interface Samples {
  readonly count: number;
  readonly first: readonly string[];
}
