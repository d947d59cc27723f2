import { plainCell } from "@/lib/exports/formula-cells";
import { FIELDS, type FieldName } from "@/lib/importing/fields";
import type { Cell, FileRow } from "@/lib/importing/files/read-csv";
import type { Column } from "@/lib/importing/match-columns";
import type { Problem } from "@/lib/importing/problem";

/** The cells of one row by the fields that they hold, and what was found wrong in them. */
export class RowCells {
  readonly row: number;
  readonly problems: Problem[] = [];
  readonly warnings: Problem[] = [];
  readonly #cells = new Map<FieldName, Cell>();
  readonly #headers = new Map<FieldName, string>();
  /** Where the number stands, if columns became rows. */
  readonly #place: string | undefined;

  constructor({ row, cells, column, doubts }: FileRow, columns: readonly Column[]) {
    this.row = row;
    this.#place = column;
    for (const [index, { field, header }] of columns.entries()) {
      if (field === null) continue;
      this.#cells.set(field, cells[index] ?? "");
      this.#headers.set(field, header);
    }
    if (cells.slice(columns.length).some((cell) => cell !== "")) {
      const message = `The row has ${cells.length} cells, the header ${columns.length}: look for a stray delimiter`;
      this.problems.push({ row, column: null, code: "too_many_cells", message });
    }
    const at = columns.findIndex(({ field }) => field === "value" || field === "as_worded");
    for (const { code, message } of doubts?.get(at) ?? []) this.warn("value", code, message);
  }

  has(field: FieldName): boolean {
    return this.#cells.has(field);
  }

  /** Undefined without a column. */
  cell(field: FieldName): Cell | undefined {
    return this.#cells.get(field);
  }

  /** Text of a cell, unguarded: undefined without a column, null when it is empty. */
  text(field: FieldName): string | null | undefined {
    const cell = this.#cells.get(field);
    if (cell === undefined) return undefined;
    return (typeof cell === "string" ? plainCell(cell).trim() : cell.digits) || null;
  }

  header(field: FieldName): string {
    return this.#headers.get(field) ?? FIELDS[field].label;
  }

  #nameOf(field: FieldName): string {
    return (field === "value" ? this.#place : undefined) ?? this.header(field);
  }

  /** Says what is wrong in a field; the row is then refused. */
  refuse(field: FieldName, code: string, message: string): void {
    this.problems.push({ row: this.row, column: this.#nameOf(field), code, message });
  }

  /** Says what is to be looked at in a field. */
  warn(field: FieldName, code: string, message: string): void {
    this.warnings.push({ row: this.row, column: this.#nameOf(field), code, message });
  }
}
