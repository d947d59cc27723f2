import { guardedCell } from "@/lib/exports/formula-cells";

/**
 * A cell: text is guarded against being run as a formula; digits of a number, in an object, are written as they are, and as text where a
 * format tells numbers from text (`isText`).
 */
export type TableCell = string | number | boolean | null | { readonly digits: string; readonly isText?: true };

/**
 * Rows as CSV (RFC 4180: CRLF after each, quotes where needed), to be written one set after the other. Null is an empty cell.
 * plainCell gives back the text of a guarded cell.
 */
export function csvRows(rows: readonly (readonly TableCell[])[]): string {
  // Papa.unparse says the same (a test compares them) and takes several times as long, which a file of all figures would show.
  let text = "";
  // Of neighbours half the cells say the same: names, units, sources.
  const above: TableCell[] = [];
  const written: string[] = [];
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 1) {
      const cell = row[at] ?? null;
      if (cell !== above[at]) {
        above[at] = cell;
        written[at] = quoted(textOf(cell));
      }
      text += at === 0 ? written[at] : `,${written[at]}`;
    }
    text += "\r\n";
  }
  return text;
}

/** What would not come back as it is: separators, quotes, line ends, and white space or a byte order mark at an end. */
const QUOTED = /[",\r\n\ufeff]/;

function quoted(text: string): string {
  return QUOTED.test(text) || text.startsWith(" ") || text.endsWith(" ") ? `"${text.replaceAll('"', '""')}"` : text;
}

function textOf(cell: TableCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return guardedCell(cell);
  return typeof cell === "object" ? cell.digits : String(cell);
}
