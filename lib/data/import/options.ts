import "server-only";
import type { Column } from "@/lib/importing/match-columns";
import type { NumberFormat } from "@/lib/numbers/grouped-digits";

/** What a person decides about an import before its rows are read. */
export interface ImportOptions {
  /** Header to field, or to "" for none, where a person corrected the matching. */
  readonly overrides: ReadonlyMap<string, string>;
  /** How the file writes numbers; undefined when nobody said: then ambiguous ones are refused. */
  readonly format: NumberFormat | undefined;
  /** What a person agreed to: that numbers of more than 15 digits are rounded, and what brackets around numbers mean. */
  readonly rounds?: boolean;
  readonly brackets?: "minus" | "mark" | null;
  /** The columns of the rows and what parts the cells of their file, where the file's own header does not say them. */
  readonly shaped?: ShapedColumns | null;
  /** What added figures become. Figures that are published stay so. */
  readonly status: "draft" | "published";
  /** Whether rows that are refused are left out, and the others imported. */
  readonly skipsRefused?: boolean;
}

/** Rows that were made from a table of another shape. */
export interface ShapedColumns {
  readonly columns: readonly Column[];
  readonly delimiter: string | undefined;
  readonly footnotes: ReadonlyMap<string, string>;
  /** Whether phrases are the cells of the numbers, which then hold them. */
  readonly hasOwnPhrases: boolean;
}
