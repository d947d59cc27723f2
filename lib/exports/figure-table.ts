import type { TableCell } from "@/lib/exports/csv-table";
import { CITATION_NAMES, type CitationSaid } from "@/lib/figures/citation-fields";
import type { ReadColumns } from "@/lib/figures/figure-columns";
import { type FigureField, fieldSpec, TABLE_FIELDS } from "@/lib/figures/figure-fields";

/** Headers of what is said of a figure, in a file that holds the whole database. */
export const FIGURE_HEADERS: readonly string[] = TABLE_FIELDS.flatMap((name) => {
  const field = fieldSpec(name);
  return field.kind === "span" ? [field.start.csv, field.end.csv] : [field.csv];
});

/** A row of the table of figures with the keys of what it refers to. */
export type FigureTableRow = ReadColumns & {
  readonly metric: string;
  readonly region: string;
  readonly organisation: string | null;
};

/** The cells below FIGURE_HEADERS; numbers with the digits that were written. */
export function figureTableCells(row: FigureTableRow): readonly TableCell[] {
  const cells: Readonly<Record<string, string | number | null>> = row;
  return TABLE_FIELDS.flatMap((name) => cellsOf(name, (column) => cells[column] ?? null));
}

function cellsOf(name: FigureField, cell: (column: string) => string | number | null): readonly TableCell[] {
  const field = fieldSpec(name);
  if (field.kind === "span") return [cell(field.start.column), cell(field.end.column)];
  if (field.kind !== "number") return [cell(name)];
  const digits = cell(field.digits);
  return [digits === null ? null : { digits: String(digits) }];
}

/** The cells of a citation: its source, then below CITATION_NAMES; all empty for none. */
export function citationTableCells(source: string | null, citation: CitationSaid | undefined): readonly TableCell[] {
  return [source, ...CITATION_NAMES.map((name) => citation?.[name] ?? null)];
}
