import { plainCell } from "@/lib/exports/formula-cells";
import { UnreadableFile } from "@/lib/importing/problem";
import type { InputIssue } from "@/lib/schemas/resources";

/** A row of a table of ours, by the names of its columns. */
export interface TableRow {
  has(column: string): boolean;
  /** Text of a cell, unguarded; null when it is empty or there is no such column. */
  text(column: string): string | null;
  /** Text that must be there; throws UnreadableFile otherwise. */
  need(column: string): string;
  /** A whole number; null when the cell is empty. */
  number(column: string): number | null;
  /** Keys separated by "; ". */
  list(column: string): readonly string[];
  /** An error that names the file, the row and what is wrong in it. */
  problem(issues: readonly InputIssue[]): UnreadableFile;
}

/** A row by its place in a file, its headers and its cells. */
export function tableRow(file: string, row: number, headers: readonly string[], cells: readonly string[]): TableRow {
  const place = new Map(headers.map((header, index) => [header, index]));
  const text = (column: string) => plainCell(cells[place.get(column) ?? -1] ?? "") || null;
  const refuse = (column: string, message: string) =>
    new UnreadableFile(422, { row, column, code: "invalid", message: `${file}, row ${row}, ${column}: ${message}` });
  return {
    has: (column) => place.has(column),
    text,
    need(column) {
      const found = text(column);
      if (found === null) throw refuse(column, "fill this in");
      return found;
    },
    number(column) {
      const found = text(column);
      if (found !== null && !/^\d{1,9}$/.test(found)) throw refuse(column, `“${found}” is no whole number`);
      return found === null ? null : Number(found);
    },
    list: (column) => (text(column) ?? "").split(";").flatMap((key) => key.trim() || []),
    problem([issue]) {
      return refuse(issue?.path ?? "", issue?.message ?? "this is wrong");
    },
  };
}
