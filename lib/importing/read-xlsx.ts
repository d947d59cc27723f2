import { streamXlsxRows } from "hucre/xlsx";
import { fileProblem, LIMITS, UnreadableFile } from "@/lib/importing/problem";
import { type Cell, checkSize, type FileRow } from "@/lib/importing/read-csv";
import { type Shown, shownByStyle, stylesOfRow } from "@/lib/importing/shown-cells";
import { UnpackBudget, unpacked, type ZipEntry, zipEntries } from "@/lib/importing/unzip";

/** Digits that a number of a spreadsheet has: beyond them is only the rounding of binary fractions. */
const SIGNIFICANT = 15;
/** A style sheet larger than this is no spreadsheet's. */
const MOST_STYLES = 8 * 1024 * 1024;
/** Nor is a row of more characters than this one that fits within LIMITS. */
const MOST_IN_ROW = 2 * 1024 * 1024;

/** Whether bytes begin as a ZIP archive does, which every .xlsx is. */
export function looksLikeXlsx(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Rows of the first sheet of an Excel workbook, one by one. Numbers are taken in full, percentages as they are shown (0.205 shown
 * as 20.5% is 20.5), dates with the precision that is shown; formulas are not worked out, their last result is taken. Throws
 * UnreadableFile, before anything is read, for a workbook that unpacks beyond LIMITS.
 */
export async function* readXlsx(bytes: Uint8Array): AsyncGenerator<FileRow, void, undefined> {
  const entries = zipEntries(bytes);
  await weigh(entries);
  const shown = shownByStyle(
    await textOf(
      entries.find(({ name }) => name === "xl/styles.xml"),
      MOST_STYLES,
    ),
  );
  const styles = new StylesByRow(await sheetOf(entries));
  let seen = 0;
  try {
    for await (const { index, values } of streamXlsxRows(bytes)) {
      const styled = await styles.of(index);
      seen = index + 1;
      if (seen > LIMITS.rows + 1) throw tooMany();
      const cells = values.map((value, column) => cellOf(value, shown[styled?.get(column) ?? -1] ?? null));
      while (cells.length > 0 && cells.at(-1) === "") cells.pop();
      if (cells.length === 0) continue;
      checkSize(seen, cells);
      yield { row: seen, cells };
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const message = `The workbook cannot be read after row ${seen}: save it again as .xlsx, or save it as CSV`;
    throw new UnreadableFile(422, fileProblem("not_a_workbook", message));
  }
}

/** Unpacks everything once, throwing it away, so that nothing that unpacks too far is read by a reader that keeps it. */
async function weigh(entries: readonly ZipEntry[]): Promise<void> {
  const budget = new UnpackBudget();
  for (const entry of entries) for await (const _ of unpacked(entry, budget));
}

/** The part of the first sheet, by the workbook's own list; undefined when it has none. */
async function sheetOf(entries: readonly ZipEntry[]): Promise<ZipEntry | undefined> {
  const part = (name: string) => entries.find((entry) => entry.name === name);
  const workbook = await textOf(part("xl/workbook.xml"), MOST_STYLES);
  const id = /<(?:\w+:)?sheet\s[^>]*\s\w+:id="([^"]+)"/.exec(workbook)?.[1] ?? "";
  const relations = await textOf(part("xl/_rels/workbook.xml.rels"), MOST_STYLES);
  const relation = [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].find(([tag]) =>
    tag.includes(`Id="${id}"`),
  );
  const target = /\sTarget="([^"]+)"/.exec(relation?.[0] ?? "")?.[1] ?? "";
  return part(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
}

async function textOf(entry: ZipEntry | undefined, most: number): Promise<string> {
  if (entry === undefined) return "";
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of unpacked(entry, new UnpackBudget())) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > most)
      throw new UnreadableFile(413, fileProblem("too_large", "A part of the workbook is too large"));
  }
  return text;
}

/** Styles of the cells of each row of a sheet, read in step with its rows. */
class StylesByRow {
  readonly #rows: AsyncGenerator<StyledRow, void, undefined>;
  #current: StyledRow | null = null;
  constructor(sheet: ZipEntry | undefined) {
    this.#rows = styledRows(sheet);
  }

  /** Styles by column of the row with this index (from 0); indexes are asked for in rising order. Undefined when it has none. */
  async of(index: number): Promise<ReadonlyMap<number, number> | undefined> {
    while (this.#current === null || this.#current.index < index) {
      const next = await this.#rows.next();
      if (next.done) return undefined;
      this.#current = next.value;
    }
    return this.#current.index === index ? this.#current.styles : undefined;
  }
}

interface StyledRow {
  readonly index: number;
  readonly styles: ReadonlyMap<number, number>;
}

async function* styledRows(sheet: ZipEntry | undefined): AsyncGenerator<StyledRow, void, undefined> {
  if (sheet === undefined) return;
  const decoder = new TextDecoder();
  let waiting = "";
  let index = -1;
  for await (const piece of unpacked(sheet, new UnpackBudget())) {
    waiting += decoder.decode(piece, { stream: true });
    const parts = waiting.split(/(?<=<\/(?:\w+:)?row>|<(?:\w+:)?row(?:\s[^>]*)?\/>)/);
    waiting = parts.pop() ?? "";
    if (waiting.length > MOST_IN_ROW)
      throw new UnreadableFile(413, fileProblem("too_large", "A row of the sheet is too long"));
    for (const part of parts) {
      const row = part.slice(Math.max(0, part.search(/<(?:\w+:)?row[\s/>]/)));
      const said = /^<(?:\w+:)?row\s[^>]*?\br="(\d+)"/.exec(row)?.[1];
      index = said === undefined ? index + 1 : Number(said) - 1;
      yield { index, styles: stylesOfRow(row) };
    }
  }
}

function cellOf(value: unknown, shown: Shown): Cell {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return numberCell(value, shown);
  if (value instanceof Date) return dateCell(value, shown);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}

function numberCell(value: number, shown: Shown): Cell {
  if (!Number.isFinite(value)) return String(value);
  const exact = Number(value.toPrecision(SIGNIFICANT));
  const asShown = shown === "percent" ? Number((exact * 100).toPrecision(SIGNIFICANT)) : exact;
  return { digits: plainDigits(asShown) };
}

/** A number without an exponent. */
function plainDigits(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, "0");
}

function dateCell(value: Date, shown: Shown): Cell {
  if (Number.isNaN(value.getTime())) return "";
  const length = shown === "year" ? 4 : shown === "month" ? 7 : 10;
  return value.toISOString().slice(0, length);
}

function tooMany(): UnreadableFile {
  return new UnreadableFile(422, fileProblem("too_many_rows", `The sheet has more than ${LIMITS.rows} rows: split it`));
}
