import Papa from "papaparse";
import { guardedCell } from "@/lib/exports/formula-cells";

/** A cell: text is guarded against being run as a formula; digits of a number, in an object, are written as they are. */
export type TableCell = string | number | boolean | null | { readonly digits: string };

/**
 * Rows as CSV (RFC 4180: CRLF after each, quotes where needed), to be written one set after the other. Null is an empty cell.
 * plainCell gives back the text of a guarded cell.
 */
export function csvRows(rows: readonly (readonly TableCell[])[]): string {
  if (rows.length === 0) return "";
  return `${Papa.unparse(
    rows.map((row) => row.map(textOf)),
    { newline: "\r\n" },
  )}\r\n`;
}

function textOf(cell: TableCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return guardedCell(cell);
  return typeof cell === "object" ? cell.digits : String(cell);
}
