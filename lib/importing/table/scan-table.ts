import type { Cell, FileRow } from "@/lib/importing/files/read-csv";
import {
  type CellKind,
  type ColumnScale,
  cellKind,
  isBlankRow,
  scaleOf,
  textOfCell,
  wholeDigits,
} from "@/lib/importing/table/cell-kind";
import { findTable, HEAD_ROWS, type TablePlace } from "@/lib/importing/table/find-table";
import { type TableColumn, tableColumns } from "@/lib/importing/table/headers";
import { significantDigits } from "@/lib/numbers/grouped-digits";

/** What the cells of one column hold, below the header. */
export interface ColumnFacts {
  readonly column: TableColumn;
  readonly kinds: Readonly<Record<CellKind, number>>;
  /** Different texts with how often each occurs, in order of first appearance, at most MOST_TEXTS; numbers are not among them, years are. */
  readonly texts: ReadonlyMap<string, number>;
  /** Whether there were more. */
  readonly hasMoreTexts: boolean;
  /** Numbers of more than 15 digits. */
  readonly long: number;
  /** Letters that stand behind numbers and behind marks for no figure. */
  readonly letters: ReadonlySet<string>;
  /** The first scale that a number in it says; null where none does. */
  readonly scale: ColumnScale | null;
  /** How many numbers without a unit lie within 1 of nought, nought aside, and how many beyond. */
  readonly parts: number;
  readonly wholes: number;
  /** Whether a number in it has a decimal point, or a decimal comma, beyond doubt. */
  readonly isEnglish: boolean;
  readonly isContinental: boolean;
  /** The first cells that are not empty. */
  readonly samples: readonly string[];
}

/** A row beside the data that says something in words. */
export interface Remark {
  readonly row: number;
  readonly text: string;
  /** The cells that say it. */
  readonly cells: readonly string[];
}

/** What was found in a whole sheet. */
export interface TableFacts {
  /** The first rows, blank ones left out. */
  readonly head: readonly FileRow[];
  /** The last rows, after `head`. */
  readonly tail: readonly FileRow[];
  readonly place: TablePlace | null;
  /** Last row of data; null without any. */
  readonly lastRow: number | null;
  /** Rows with something in them. */
  readonly rows: number;
  readonly columns: readonly ColumnFacts[];
  /** Lines above the header, and below the last row of data. */
  readonly above: readonly Remark[];
  readonly below: readonly Remark[];
  /** What parts the cells of a text file; undefined in a workbook. */
  readonly delimiter: string | undefined;
}

/** Where a person says that the table stands; null as it looks. */
export interface SaidPlace {
  readonly header: number | null;
  readonly headerRows: number | null;
  readonly firstRow: number | null;
  readonly lastRow: number | null;
}

/** Most different texts of a column that are kept. */
const MOST_TEXTS = 5000;
const SAMPLES = 4;
/** A fraction of other than three digits, groups before a fraction, several groups. */
const ENGLISH = /(?<![\d.,])(?:\d+\.(?:\d{1,2}|\d{4,})|0\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})(?![\d.,])/;
const CONTINENTAL =
  /(?<![\d.,])(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})(?![\d.,])/;
const LETTERS = /[\d:.)-] ?([a-z]{1,3})$/;
/** Rows of the end of a sheet that are kept, to tell footnotes from data. */
const TAIL_ROWS = 60;
const MOST_REMARKS = 60;

/** Reads a sheet through once: where its table is and what its columns hold. `names` as for findTable. */
export async function scanTable(
  rows: AsyncIterable<FileRow> | Iterable<FileRow>,
  said: SaidPlace,
  names: (cells: readonly string[]) => number,
): Promise<TableFacts> {
  const head: FileRow[] = [];
  const tail: FileRow[] = [];
  let body: Body | null = null;
  let count = 0;
  let delimiter: string | undefined;
  for await (const row of rows) {
    delimiter ??= row.delimiter;
    if (isBlankRow(row)) continue;
    count += 1;
    if (count <= HEAD_ROWS) {
      head.push(row);
      continue;
    }
    body ??= new Body(head, placeOf(head, said, names), said.lastRow);
    body.see(row);
    tail.push(row);
    if (tail.length > TAIL_ROWS) tail.shift();
  }
  body ??= new Body(head, placeOf(head, said, names), said.lastRow);
  const { place, lastRow } = body;
  const first = place === null ? Number.POSITIVE_INFINITY : (place.header ?? place.firstRow);
  return {
    head,
    tail,
    place,
    lastRow,
    rows: count,
    delimiter,
    columns: body.facts(),
    above: remarks(head.filter(({ row }) => row < first)),
    below: lastRow === null ? [] : remarks([...head, ...tail].filter(({ row }) => row > lastRow)),
  };
}

function placeOf(
  head: readonly FileRow[],
  said: SaidPlace,
  names: (cells: readonly string[]) => number,
): TablePlace | null {
  const found = findTable(head, names);
  const header = said.header ?? found?.header ?? null;
  if (found === null && said.firstRow === null && header === null) return null;
  const isMoved = said.header !== null && said.header !== found?.header;
  const headerRows = header === null ? 0 : (said.headerRows ?? (isMoved ? 1 : (found?.headerRows ?? 1)));
  const below = header === null ? 1 : header + headerRows;
  const firstRow = said.firstRow ?? (isMoved || said.headerRows !== null ? below : (found?.firstRow ?? below));
  return { header: headerRows === 0 ? null : header, headerRows, firstRow: Math.max(firstRow, below) };
}

function remarks(rows: readonly FileRow[]): readonly Remark[] {
  return rows.slice(0, MOST_REMARKS).flatMap(({ row, cells }) => {
    const said = cells.map(textOfCell).filter(Boolean);
    const text = said.join(" ");
    return text === "" || /^[_\-=*]+$/.test(text) ? [] : [{ row, text: text.slice(0, 1000), cells: said.slice(0, 10) }];
  });
}

/** Gathers what the rows of data hold. Where they end is known only after the last of them. */
class Body {
  readonly place: TablePlace | null;
  readonly #columns: Gathered[] = [];
  readonly #header: readonly FileRow[];
  readonly #lastSaid: number | null;
  #lastData: number | null = null;
  #lastSeen = 0;
  #width = 0;

  constructor(head: readonly FileRow[], place: TablePlace | null, lastSaid: number | null) {
    this.place = place;
    this.#lastSaid = lastSaid;
    const { header, headerRows = 0, firstRow = 1 } = place ?? { header: null };
    this.#header = header === null ? [] : head.filter(({ row }) => row >= header && row < header + headerRows);
    for (const row of this.#header) this.#width = Math.max(this.#width, widthOf(row));
    for (const row of head) if (place !== null && row.row >= firstRow) this.see(row);
  }

  see(row: FileRow): void {
    if (this.place === null || (this.#lastSaid !== null && row.row > this.#lastSaid)) return;
    const kinds = row.cells.map(cellKind);
    const filled = kinds.filter((kind) => kind !== "empty").length;
    const isData = kinds.some((kind, at) => at > 0 && /^(?:number|missing|year)$/.test(kind)) || kinds[0] === "number";
    // What follows the data without a gap and is as full as it is a row without numbers; the rest is a remark.
    const isRow = isData ? filled > 1 && this.#fits(kinds.length) : filled > 2 && row.row === this.#lastSeen + 1;
    if (this.#lastSaid === null && !isRow) return;
    this.#lastData = row.row;
    this.#lastSeen = row.row;
    this.#width = Math.max(this.#width, kinds.findLastIndex((kind) => kind !== "empty") + 1);
    for (const [index, cell] of row.cells.entries()) {
      this.#columns[index] ??= new Gathered();
      this.#columns[index].see(cell, kinds[index] ?? "empty");
    }
  }

  #fits(width: number): boolean {
    return this.#lastData === null || width * 4 >= this.#width;
  }

  get lastRow(): number | null {
    return this.#lastSaid ?? this.#lastData;
  }

  facts(): readonly ColumnFacts[] {
    return tableColumns(this.#header, this.#width).map((column) => ({
      ...(this.#columns[column.index] ?? new Gathered()),
      column,
    }));
  }
}

class Gathered {
  readonly kinds: Record<CellKind, number> = { empty: 0, missing: 0, number: 0, year: 0, time: 0, text: 0 };
  readonly texts = new Map<string, number>();
  readonly samples: string[] = [];
  readonly letters = new Set<string>();
  scale: ColumnScale | null = null;
  parts = 0;
  wholes = 0;
  hasMoreTexts = false;
  long = 0;
  isEnglish = false;
  isContinental = false;

  see(cell: Cell, kind: CellKind): void {
    this.kinds[kind] += 1;
    if (kind === "empty") return;
    const text = textOfCell(cell);
    if (this.samples.length < SAMPLES) this.samples.push(text);
    const letters = kind === "number" || kind === "missing" ? LETTERS.exec(text)?.[1] : undefined;
    if (letters !== undefined) this.letters.add(letters);
    if (kind === "number") this.#measure(cell, text);
    if (kind === "number" && typeof cell === "string" && /[.,]/.test(text)) {
      this.isEnglish ||= ENGLISH.test(text);
      this.isContinental ||= CONTINENTAL.test(text);
    }
    if (kind === "number") {
      if (text.length > 15 && significantDigits(text.replace(/[^\d.]/g, "")) > 15) this.long += 1;
      return;
    }
    const before = this.texts.get(text);
    if (before === undefined && this.texts.size >= MOST_TEXTS) this.hasMoreTexts = true;
    else this.texts.set(text, (before ?? 0) + 1);
  }

  #measure(cell: Cell, text: string): void {
    const scale = scaleOf(cell);
    if (scale !== null)
      this.scale = { text: this.scale?.text ?? scale, digits: Math.max(this.scale?.digits ?? 0, wholeDigits(cell)) };
    else if (/^-?0?[.,]\d+$/.test(text)) this.parts += /[1-9]/.test(text) ? 1 : 0;
    else if (/^-?[1-9]/.test(text)) this.wholes += 1;
  }
}

const widthOf = ({ cells }: FileRow) => cells.findLastIndex((cell) => cellKind(cell) !== "empty") + 1;
