import type { Archive } from "@/lib/importing/files/archive";
import { RichText } from "@/lib/importing/files/xlsx/shared-strings";
import { readXml, type XmlReader } from "@/lib/importing/files/xlsx/xml";
import { LIMITS } from "@/lib/importing/problem";

/** Most bytes of a row: one that fits within LIMITS has fewer. */
const MOST_IN_ROW = 2 * 1024 * 1024;

/** A cell as it is written in a sheet (ECMA-376, 18.3.1.4). */
export interface RawCell {
  /** What its value is: n a number, s the number of a shared text, e an error … */
  readonly type: string;
  readonly style: number;
  /** Null where a formula has no result. */
  readonly value: string | null;
  readonly formula: string | null;
}

/** A row of a sheet; `index` from 0, cells by column from 0. */
export interface RawRow {
  readonly index: number;
  readonly cells: ReadonlyMap<number, RawCell>;
  readonly isHidden: boolean;
  /** Columns that are hidden in all rows, from 0. */
  readonly hiddenColumns: ReadonlySet<number>;
  /** Whether the sheet shows nothing where a number is nought. */
  readonly hidesNoughts: boolean;
}

/** Cells that are shown as one, rows and columns from 0. */
export interface MergedRange {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
}

/** Rows of a sheet as they are read, with the cells that something is in. */
export async function* sheetRows(workbook: Archive, part: string): AsyncGenerator<RawRow, void, undefined> {
  const ready: RawRow[] = [];
  for await (const _ of readXml(workbook.read(part), MOST_IN_ROW, (whole) => rowReader(ready, whole))) {
    yield* ready.splice(0);
  }
  yield* ready;
}

function rowReader(ready: RawRow[], whole: () => void): XmlReader {
  const rich = new RichText();
  const hiddenColumns = new Set<number>();
  let [isHidden, hidesNoughts] = [false, false];
  let index = -1;
  let column = -1;
  let cells = new Map<number, RawCell>();
  let cell = { type: "n", style: 0, formula: null as string | null, value: null as string | null };
  let into: "v" | "f" | null = null;
  return {
    open: (name, attributes) => {
      if (name === "col" && isTrue(attributes.hidden)) {
        const last = Math.min(Number(attributes.max), LIMITS.columns);
        for (let at = Number(attributes.min); at <= last; at += 1) hiddenColumns.add(at - 1);
      } else if (name === "sheetView") {
        hidesNoughts ||= attributes.showZeros !== undefined && !isTrue(attributes.showZeros);
      } else if (name === "row") {
        index = attributes.r === undefined ? index + 1 : Number(attributes.r) - 1;
        isHidden = isTrue(attributes.hidden);
        column = -1;
        cells = new Map();
      } else if (name === "c") {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        cell = { type: attributes.t ?? "n", style: Number(attributes.s ?? 0), formula: null, value: null };
      } else if (name === "v" || name === "f") {
        into = name;
        cell[name === "v" ? "value" : "formula"] = "";
      } else rich.open(name, attributes);
    },
    text: (text) => {
      if (into === "v") cell.value += text;
      else if (into === "f") cell.formula += text;
      else rich.add(text);
    },
    close: (name) => {
      if (name === "v" || name === "f") into = null;
      else if (name === "is") cell.value = rich.take();
      else if (name === "c") {
        // Wider tables are refused by the header; a lone cell far out is none of it.
        if ((cell.value !== null || cell.formula !== null) && column <= LIMITS.columns) cells.set(column, cell);
      } else if (name === "row") {
        ready.push({ index, cells, isHidden, hiddenColumns, hidesNoughts });
        whole();
      } else rich.close(name);
    },
  };
}

/** Which cells of a sheet are merged over several rows. They stand behind its rows, so this reads all of it. */
export async function mergedRanges(workbook: Archive, part: string): Promise<readonly MergedRange[]> {
  const ranges: MergedRange[] = [];
  const makeReader = (whole: () => void): XmlReader => ({
    open: (name, { ref = "" }) => {
      if (name !== "mergeCell") return;
      const [from = "", to = from] = ref.split(":");
      const [top, bottom] = [rowOf(from), rowOf(to)];
      if (bottom > top) ranges.push({ name: ref, top, bottom, left: columnOf(from) });
    },
    close: (name) => {
      if (name === "row" || name === "mergeCell") whole();
    },
  });
  for await (const _ of readXml(workbook.read(part), MOST_IN_ROW, makeReader));
  return ranges.sort((a, b) => a.top - b.top);
}

const isTrue = (text: string | undefined) => text === "1" || text === "true";

/** Row and column of a reference such as "B5", from 0. */
export function placeOf(reference: string): { readonly row: number; readonly column: number } {
  return { row: rowOf(reference), column: columnOf(reference) };
}

function rowOf(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? 0) - 1;
}

function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference.replaceAll("$", ""))?.[0] ?? "";
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
