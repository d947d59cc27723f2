import type { FileRow } from "@/lib/importing/files/read-csv";
import { type CellKind, cellKind, textOfCell } from "@/lib/importing/table/cell-kind";
import { isUnitAlone } from "@/lib/importing/units/stated-unit";

/** Where a table stands in a sheet; rows count as a spreadsheet does, from 1. */
export interface TablePlace {
  /** First row of the header; null where the columns have no names. */
  readonly header: number | null;
  /** Rows of the header that lie one below the other; 0 without one. */
  readonly headerRows: number;
  /** First row of data. */
  readonly firstRow: number;
}

/** Rows at the beginning of a sheet in which a header is looked for. */
export const HEAD_ROWS = 120;
/** Most rows that a header has. */
export const MOST_HEADER_ROWS = 5;
/** Rows that are looked at to see whether data begins. */
const LOOK_AHEAD = 8;
/** Names of fields that make a row a header of an import; where nothing else looks like a table, and above data, fewer do. */
const FEWEST_NAMES = 3;
const FEW_NAMES = 2;
/** Lines of a name and what it is beside a table of two columns that are no header of it. */
const FEWEST_LINES = 3;
const UNIT_NAME = /^(?:units?|einheit|unité|unidad|[单単]位)\s?[:：]?$/i;

interface SeenRow {
  readonly row: number;
  readonly kinds: readonly CellKind[];
  readonly width: number;
  readonly filled: number;
  readonly isData: boolean;
  /** Whether all that it says, beside a name for that, are units: ";1000;Prozent". */
  readonly isUnits: boolean;
  /** How many of its cells name a field of an import. */
  readonly names: number;
}

/**
 * Finds the header and the first row of data among the first rows of a sheet (blank ones left out). `names` counts how many cells of a row
 * name a field of an import: such a row is the header, whatever stands below it. Null where nothing looks like a table.
 */
export function findTable(rows: readonly FileRow[], names: (cells: readonly string[]) => number): TablePlace | null {
  const seen = rows.map((row) => look(row, names(row.cells.map(textOfCell))));
  const first = seen.findIndex((_, at) => beginsData(seen, at));
  const named = seen.findIndex((row) => row.names >= (first < 0 ? FEW_NAMES : FEWEST_NAMES));
  if (named >= 0 && (first < 0 || named < first)) {
    const below = seen[named + 1];
    const { row = 1 } = seen[named] ?? {};
    // Above names of fields there may be names of groups of columns only where data was found right below.
    return { header: row, headerRows: 1, firstRow: below?.row ?? row + 1 };
  }
  const data = seen[first];
  if (data === undefined) return null;
  const header = headerAbove(seen, first);
  if (header === null) return { header: null, headerRows: 0, firstRow: data.row };
  const [top, bottom] = header;
  return { header: top, headerRows: bottom - top + 1, firstRow: bottom + 1 };
}

function look({ row, cells }: FileRow, names: number): SeenRow {
  const kinds = cells.map(cellKind);
  const filled = kinds.filter((kind) => kind !== "empty").length;
  const width = kinds.findLastIndex((kind) => kind !== "empty") + 1;
  const [label = "", ...texts] = cells.map(textOfCell);
  const said = texts.filter((text) => text !== "");
  const isUnits = (label === "" || UNIT_NAME.test(label)) && said.length > 0 && said.every(isUnitAlone);
  return { row, kinds, width, filled, isUnits, names, isData: !isUnits && hasNumbers(kinds) };
}

/** A number in the first column may count the rows, or notes; of a full row it is data. */
function hasNumbers(kinds: readonly CellKind[]): boolean {
  return (
    kinds.some((kind, at) => at > 0 && (kind === "number" || kind === "missing")) ||
    (kinds[0] === "number" && kinds.filter((kind) => kind !== "empty").length >= FULL)
  );
}

/** Cells that make a row full. */
const FULL = 4;

/** Whether data begins with a row: it looks like data, and so do most of those that follow, as wide as it. */
function beginsData(seen: readonly SeenRow[], at: number): boolean {
  const here = seen[at];
  if (here === undefined || !here.isData || here.filled < 2 || isHeaderOfNumbers(seen, at)) return false;
  const next = withoutGap(seen.slice(at, at + LOOK_AHEAD));
  const alike = next.filter(({ isData, width }) => isData && width >= here.width / 2 && width <= here.width * 2);
  return alike.length * 2 >= next.length && widest(next) <= here.width * 2;
}

/** The rows before the first gap, where there is data enough before it to tell. */
function withoutGap(rows: readonly SeenRow[]): readonly SeenRow[] {
  const gap = rows.findIndex(({ row }, at) => at > 0 && row !== (rows[at - 1]?.row ?? 0) + 1);
  const before = gap < 0 ? rows : rows.slice(0, gap);
  return before.filter(({ isData }) => isData).length > 1 ? before : rows;
}

/** Whether the topmost row is words above columns of numbers, though one of them looks like a number ("95% CI"). */
function isHeaderOfNumbers(seen: readonly SeenRow[], at: number): boolean {
  const [here, ...below] = seen.slice(at, at + LOOK_AHEAD);
  const data = below.filter(({ isData }) => isData);
  if (here === undefined || data.length === 0 || seen.slice(0, at).some(({ filled }) => filled > 1)) return false;
  const kinds = here.kinds.filter((_, column) =>
    data.every((row) => /^(?:number|year|missing)$/.test(row.kinds[column] ?? "empty")),
  );
  return kinds.filter((kind) => kind === "text").length * 2 > kinds.length;
}

const widest = (rows: readonly SeenRow[]) => Math.max(0, ...rows.map(({ width }) => width));

/**
 * First and last row of the header above the first row of data: the nearest one that is as wide as the data, with those right above it that
 * are nearly so. Between it and the data may be rows with one cell alone (a section, a note, the name of the first column).
 */
function headerAbove(seen: readonly SeenRow[], first: number): readonly [number, number] | null {
  const width = widest(seen.slice(first, first + LOOK_AHEAD));
  let bottom = first - 1;
  while (bottom >= 0 && (seen[bottom]?.filled ?? 0) <= 1 && !seen[bottom]?.isUnits) bottom -= 1;
  const nearest = seen[bottom];
  if (nearest === undefined || !isAsWide(nearest, width)) return null;
  let top = bottom;
  while (top > 0 && bottom - top + 1 < MOST_HEADER_ROWS) {
    const [above, here] = [seen[top - 1], seen[top]];
    if (above === undefined || here === undefined || above.row !== here.row - 1) break;
    if (above.filled < 2 || !isAsWide(above, width) || isLine(above, nearest, width)) break;
    top -= 1;
  }
  if (width === 2 && areLines(seen.slice(0, bottom + 1))) return null;
  const header = seen.slice(top, bottom + 1);
  // Below names of fields a row with a time is data, whatever its numbers look like.
  const end = header.findIndex(
    (row, at) => at > 0 && (header[at - 1]?.names ?? 0) >= FEW_NAMES && row.kinds.some(isTimeBelow) && !row.isUnits,
  );
  return [header[0]?.row ?? nearest.row, (end < 0 ? nearest : header[end - 1])?.row ?? nearest.row];
}

const isTimeBelow = (kind: CellKind, at: number) => at > 0 && (kind === "year" || kind === "time");

/** A name and what it is, above a table that is wider and has a name for its first column. */
function isLine({ kinds, width }: SeenRow, header: SeenRow, data: number): boolean {
  return data > 2 && width === 2 && kinds[0] !== "empty" && header.kinds[0] !== "empty";
}

/** Whether what stands above a table of two columns are lines of a name and what it is, and not names of its columns. */
function areLines(rows: readonly SeenRow[]): boolean {
  return rows.filter(({ kinds, width }) => width === 2 && kinds[0] === "text").length >= FEWEST_LINES;
}

/** Trailing columns may have no values at first; a header over groups of columns ends before the last. */
function isAsWide({ width, filled }: SeenRow, data: number): boolean {
  return filled >= 1 && width * 2 >= data;
}
