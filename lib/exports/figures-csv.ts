import { csvRows } from "@/lib/exports/csv-table";
import type { FigureSets, FigureTable } from "@/lib/exports/figure-row";

/**
 * Figures as CSV (RFC 4180: CRLF, one header row, UTF-8), set after set. Text that a spreadsheet could run as a formula gets an
 * apostrophe before it; numbers are left alone.
 */
export async function* figuresCsv(sets: FigureSets, { columns, cells }: FigureTable): AsyncGenerator<string> {
  yield csvRows([columns]);
  for await (const figures of sets) yield csvRows(figures.map(cells));
}
