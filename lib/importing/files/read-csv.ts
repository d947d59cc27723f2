import Papa from "papaparse";
import { fileProblem, LIMITS, UnreadableFile } from "@/lib/importing/problem";

/**
 * A cell as read: text, or the digits of a number that a spreadsheet kept as a number and nobody needs to interpret. `unit` is what its
 * format writes around them ("%", "million", "€"); `merged` names the cells ("B2:B4") that say one number together, where this is not
 * the first of them; `shown` is the scale in which its format shows the number, whose digits are all there.
 */
export type Cell =
  | string
  | { readonly digits: string; readonly unit?: string; readonly merged?: string; readonly shown?: ShownScale };

/** A scale in which a format shows numbers: how many digits it leaves out, and the word that it writes instead ("bn"), "" without one. */
export interface ShownScale {
  readonly power: number;
  readonly word: string;
}

/** A row of a file. `row` counts as a spreadsheet does: the header is 1, an empty row counts, a cell of several lines is one row. */
export interface FileRow {
  readonly row: number;
  readonly cells: readonly Cell[];
  /** Name of the column that the number stands in, where columns became rows. */
  readonly column?: string;
  /** The cell of that number as the file has it, with its flags. */
  readonly written?: Cell;
  /** Why its time cannot be read before somebody says what such times are. */
  readonly timeDoubt?: string;
  /** What is to be looked at in its cells, by their index. */
  readonly doubts?: ReadonlyMap<number, readonly Doubt[]>;
  /** What parts the cells of a text file; undefined in a workbook. */
  readonly delimiter?: string;
}

/** What a person is to look at in a cell that can be read. */
export interface Doubt {
  readonly code: string;
  readonly message: string;
}

/** Characters read at a time; a single row longer than four of these is no table. */
const SLICE = 256 * 1024;
/** Longest first cell with names of dimensions. */
const LONGEST_PACKED = 500;
const DELIMITERS = [",", ";", "\t", "|"];

/**
 * Rows of CSV text (RFC 4180, any of the usual delimiters and line ends), the header among them, empty ones left out; read as
 * they are asked for. `delimiter` null is as the text looks. Throws UnreadableFile for broken quoting (with row and column) and beyond `most` rows, LIMITS.columns or LIMITS.cell.
 */
export function* readCsv(
  written: string,
  { most = LIMITS.rows, delimiter: said = null }: { readonly most?: number; readonly delimiter?: string | null } = {},
): Generator<FileRow, void, undefined> {
  const newline = lineEndOf(written);
  const text = withLineEnd(written, newline);
  const declared = /^sep=([,;\t|])\r?\n/.exec(text.slice(0, 8));
  const delimiter = said ?? declared?.[1] ?? guessDelimiter(text);
  let from = declared?.[0].length ?? 0;
  let row = declared ? 1 : 0;
  let size = SLICE;
  const parser = new Papa.Parser({ delimiter, newline });
  while (from < text.length) {
    const isLast = from + size >= text.length;
    const { data, errors, meta } = parser.parse(text.slice(from, from + size), 0, !isLast) as Papa.ParseResult<
      string[]
    >;
    const [broken] = errors.filter((error) => isLast || (error.row ?? 0) < data.length);
    for (const [index, cells] of data.entries()) {
      // The end of the last line begins no row.
      if (isLast && index === data.length - 1 && cells.length === 1 && cells[0] === "") break;
      row += 1;
      if (broken && index === broken.row) throw brokenQuotes(row, cells, broken.code);
      if (row > most + 1) throw tooMuch("too_many_rows", `The file has more than ${most} rows: split it`);
      if (cells.length === 1 && cells[0] === "") continue;
      checkSize(row, cells);
      yield { row, cells, delimiter };
    }
    if (broken) throw brokenQuotes(row + 1, [], broken.code);
    if (isLast) return;
    from += meta.cursor;
    size = meta.cursor === 0 ? size * 2 : SLICE;
    if (size > 4 * SLICE)
      throw tooMuch("row_too_long", `Row ${row + 1} does not end: look for a quote that is not closed`);
  }
}

function guessDelimiter(text: string): string {
  const head = text.slice(0, 64 * 1024);
  // Eurostat packs dimensions with commas before the first tab.
  const first = head.slice(0, head.indexOf("\t") + 1);
  if (first.length < LONGEST_PACKED && first.includes(",") && /^[^\r\n]*\\\w+ ?\t$/.test(first)) return "\t";
  const lines = head.split(/[\r\n]+/, 20).filter((line) => line.trim() !== "");
  // Nobody writes tabs within a cell, and commas and semicolons are in many.
  if (lines.filter((line) => line.includes("\t")).length * 2 > lines.length) return "\t";
  const { meta } = Papa.parse(head, { preview: 20, skipEmptyLines: true, delimitersToGuess: DELIMITERS });
  return meta.delimiter;
}

/** The line end of the first line. */
function lineEndOf(text: string): "\r\n" | "\n" | "\r" {
  const end = /\r\n|\n|\r/.exec(text.slice(0, SLICE))?.[0];
  return end === "\r\n" || end === "\r" ? end : "\n";
}

/** Line ends, and whole cells in quotes, within which any line end is text. */
const ENDS = /(?<=^|[,;\t|\r\n])"[^"]*(?:""[^"]*)*"|\r\n?|\n/g;

/** A text with the line end of its first line throughout, as files that were put together of several have not. */
function withLineEnd(text: string, newline: "\r\n" | "\n" | "\r"): string {
  const isOther = { "\r\n": /\r(?!\n)|(?<!\r)\n/, "\n": /\r/, "\r": /\n/ }[newline];
  return isOther.test(text) ? text.replace(ENDS, (found) => (found.startsWith('"') ? found : newline)) : text;
}

/** Refuses a row that is too wide or has a cell that is too long. */
export function checkSize(row: number, cells: readonly Cell[]): void {
  if (cells.length > LIMITS.columns) {
    throw tooMuch("too_many_columns", `Row ${row} has ${cells.length} columns; at most ${LIMITS.columns} are read`);
  }
  const long = cells.findIndex((cell) => typeof cell === "string" && cell.length > LIMITS.cell);
  if (long >= 0) {
    throw tooMuch(
      "cell_too_long",
      `Row ${row}, column ${long + 1} has more than ${LIMITS.cell} characters: shorten it`,
    );
  }
}

function tooMuch(code: string, message: string): UnreadableFile {
  return new UnreadableFile(422, fileProblem(code, message));
}

function brokenQuotes(row: number, cells: readonly string[], code: string): UnreadableFile {
  const column = Math.max(1, cells.length);
  const message =
    code === "MissingQuotes"
      ? `Row ${row}, column ${column} opens a quote that is never closed: close it, or double a quote that is part of the text`
      : `Row ${row}, column ${column} has text after its closing quote: double a quote that is part of the text`;
  return new UnreadableFile(400, { row, column: String(column), code: "broken_quoting", message });
}
