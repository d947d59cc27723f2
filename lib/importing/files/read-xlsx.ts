import { Archive } from "@/lib/importing/files/archive";
import { type Cell, checkSize, type FileRow } from "@/lib/importing/files/read-csv";
import type { SheetChoice } from "@/lib/importing/files/sheet-choice";
import { CellDoubts, readComments } from "@/lib/importing/files/xlsx/cell-doubts";
import { isPercentage, shownNumber } from "@/lib/importing/files/xlsx/number-format";
import { readSharedStrings } from "@/lib/importing/files/xlsx/shared-strings";
import {
  type MergedRange,
  mergedRanges,
  type RawCell,
  type RawRow,
  sheetRows,
} from "@/lib/importing/files/xlsx/sheet-rows";
import { readWorkbook, type SheetName, type Workbook } from "@/lib/importing/files/xlsx/workbook";
import { fileProblem, LIMITS, UnreadableFile } from "@/lib/importing/problem";
import { plainDecimal } from "@/lib/numbers/decimal";

/** Digits that a number of a spreadsheet has: beyond them is only the rounding of binary fractions. */
const SIGNIFICANT = 15;
/** Parts that only documents of office programs have. */
const OFFICE = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|content\.xml|(?:xl|word|ppt)\/.+)$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether an archive is a workbook or another document of an office program, of which readXlsx tells what it is. */
export function isWorkbook(archive: Archive): boolean {
  return archive.names().some((name) => OFFICE.test(name));
}

/** The sheets of a workbook and which of them is read: the one of that name, else the first that is not hidden. Throws UnreadableFile. */
export async function listSheets(bytes: Uint8Array, name: string | null): Promise<readonly SheetChoice[]> {
  const { sheets } = await readWorkbook(await Archive.open(bytes));
  const chosen = sheetOf(sheets, name);
  return sheets.map((sheet) => ({ name: sheet.name, isHidden: sheet.isHidden, isRead: sheet === chosen }));
}

/**
 * Rows of a sheet of an Excel workbook, one by one: of the sheet of that name, else the first that is not hidden. Numbers are taken in
 * full, percentages as they are shown (0.205 shown as 20.5% is 20.5), with the units that their format writes; dates with the precision that
 * is shown; raised marks stay raised; formulas are not worked out, their last result is taken. Cells merged over several rows say the
 * same in each; what is hidden or struck out is read and says so. Throws UnreadableFile,
 * also for a workbook that unpacks beyond LIMITS.
 */
export async function* readXlsx(
  bytes: Uint8Array,
  sheet: string | null = null,
): AsyncGenerator<FileRow, void, undefined> {
  const file = await Archive.open(bytes);
  const workbook = await readWorkbook(file);
  const { part } = sheetOf(workbook.sheets, sheet);
  const strings = await readSharedStrings(file, workbook.strings);
  const merged = new Merged(await mergedRanges(file, part));
  const doubts = new CellDoubts(workbook, await readComments(file, part));
  for await (const row of sheetRows(file, part)) {
    const number = row.index + 1;
    const cells = merged.fill(row.index, cellsOf(row, workbook, strings));
    while (cells.length > 0 && cells.at(-1) === "") cells.pop();
    if (cells.length === 0) continue;
    if (number > LIMITS.rows + 1) throw tooMany();
    checkSize(number, cells);
    const found = doubts.of(row);
    yield { row: number, cells, ...(found.size === 0 ? {} : { doubts: found }) };
  }
}

function sheetOf(sheets: readonly SheetName[], name: string | null): SheetName {
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const found = name === null ? visible[0] : sheets.find((sheet) => sheet.name === name);
  if (found !== undefined) return found;
  const names = sheets.map((sheet) => `“${sheet.name}”${sheet.isHidden ? " (hidden)" : ""}`).join(", ");
  const message =
    name === null
      ? `All sheets of the workbook are hidden (${names}): show the one to be read, or name it`
      : `The workbook has no sheet “${name.slice(0, 40)}”: it has ${names.slice(0, 300)}`;
  throw new UnreadableFile(422, fileProblem("no_sheet", message));
}

function cellsOf({ cells, hidesNoughts }: RawRow, workbook: Workbook, strings: readonly string[]): Cell[] {
  const last = Math.max(-1, ...cells.keys());
  return Array.from({ length: last + 1 }, (_, column) => {
    const cell = cells.get(column);
    if (cell === undefined) return "";
    const isNought = cell.type === "n" && cell.value !== null && /^[-+]?0*\.?0+(?:e[-+]?\d+)?$/i.test(cell.value);
    return hidesNoughts && isNought ? "" : cellOf(cell, workbook, strings);
  });
}

function cellOf({ type, style, value, formula }: RawCell, workbook: Workbook, strings: readonly string[]): Cell {
  if (value === null || (value === "" && formula !== null && type === "n")) return `=${formula ?? ""}`;
  switch (type) {
    case "s":
      return strings[Number(value)] ?? "";
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "n":
    case "d":
      return numberCell(type, value, style, workbook);
    default:
      return value;
  }
}

function numberCell(type: "n" | "d", written: string, style: number, { formats, is1904 }: Workbook): Cell {
  const value = type === "d" ? serialOf(written, is1904) : Number(written);
  if (!Number.isFinite(value)) return written;
  const format = formats[style] ?? { kind: "number", sections: [] };
  if (format.kind !== "number") return dateCell(value, format.kind, is1904);
  // A date is no number, whatever the cell's format.
  if (type === "d") return dateCell(value, "day", is1904);
  const exact = Number(value.toPrecision(SIGNIFICANT));
  const shown = isPercentage(value, format.sections) ? Number((exact * 100).toPrecision(SIGNIFICANT)) : exact;
  return shownNumber(plainDecimal(shown), value, format.sections);
}

/** Milliseconds of day 0. Excel counts a 29 February 1900 that never was; before it days lie one later. */
function dayZero(serial: number, is1904: boolean): number {
  return is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
}

function serialOf(iso: string, is1904: boolean): number {
  const days = (Date.parse(iso) - dayZero(60, is1904)) / DAY_MS;
  return days < 60 && !is1904 ? days - 1 : days;
}

function dateCell(serial: number, kind: "day" | "month" | "year" | "time", is1904: boolean): Cell {
  const date = new Date(dayZero(serial, is1904) + Math.round(serial * DAY_MS));
  // No date of a calendar: said as it stands, and refused where a date is wanted.
  if (Number.isNaN(date.getTime()) || serial < 0) return String(serial);
  const iso = date.toISOString();
  if (kind === "time") return iso.slice(11, 16);
  return iso.slice(0, kind === "year" ? 4 : kind === "month" ? 7 : 10);
}

/** Says in each row of merged cells what the first of them says. A number is marked: one figure must not become several. */
class Merged {
  #ahead: readonly MergedRange[];
  readonly #open = new Map<MergedRange, Cell>();
  constructor(ranges: readonly MergedRange[]) {
    this.#ahead = ranges;
  }

  fill(index: number, cells: Cell[]): Cell[] {
    for (const [range, cell] of this.#open) {
      if (range.bottom < index) this.#open.delete(range);
      else {
        while (cells.length <= range.left) cells.push("");
        if (cells[range.left] === "")
          cells[range.left] = typeof cell === "string" ? cell : { ...cell, merged: range.name };
      }
    }
    const begun = this.#ahead.findIndex(({ top }) => top > index);
    for (const range of this.#ahead.slice(0, begun < 0 ? undefined : begun)) {
      const cell = cells[range.left] ?? "";
      if (range.top === index && cell !== "") this.#open.set(range, cell);
    }
    this.#ahead = begun < 0 ? [] : this.#ahead.slice(begun);
    return cells;
  }
}

function tooMany(): UnreadableFile {
  return new UnreadableFile(422, fileProblem("too_many_rows", `The sheet has more than ${LIMITS.rows} rows: split it`));
}
