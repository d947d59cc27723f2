import "server-only";
import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { PAGE_ROWS, type PlannedRow, ROW_ACTIONS, type RowAction } from "@/lib/importing/plan";

/** Lines kept back until they are written together. */
const LINES_AT_A_TIME = 500;
const INDEX = "pages.json";

/** Writes the rows of a plan into a folder, one file for each fate, so that any page of them can be read without the rest. */
export class PageWriter {
  readonly #folder: string;
  #parts = newParts();

  constructor(folder: string) {
    this.#folder = folder;
  }

  add(row: PlannedRow): void {
    const part = this.#parts[row.fate];
    const line = `${JSON.stringify(row)}\n`;
    if (part.count % PAGE_ROWS === 0) part.starts.push(part.bytes);
    part.count += 1;
    part.bytes += Buffer.byteLength(line);
    part.waiting.push(line);
    if (part.waiting.length === LINES_AT_A_TIME) this.#flush(row.fate);
  }

  /** Forgets every row. */
  again(): void {
    this.#parts = newParts();
    for (const fate of ROW_ACTIONS) rmSync(fileOf(this.#folder, fate), { force: true });
  }

  /** Makes the pages readable. */
  finish(): void {
    for (const fate of ROW_ACTIONS) this.#flush(fate);
    const index = Object.fromEntries(
      ROW_ACTIONS.map((fate) => [fate, [...this.#parts[fate].starts, this.#parts[fate].bytes]]),
    );
    writeFileSync(path.join(this.#folder, INDEX), JSON.stringify(index), { mode: 0o600 });
  }

  #flush(fate: RowAction): void {
    const part = this.#parts[fate];
    if (part.waiting.length > 0) appendFileSync(fileOf(this.#folder, fate), part.waiting.join(""), { mode: 0o600 });
    part.waiting = [];
  }
}

function newParts() {
  const part = () => ({ count: 0, bytes: 0, starts: [] as number[], waiting: [] as string[] });
  return { refused: part(), added: part(), changed: part(), unchanged: part() };
}

/** A page of rows of one fate, from 0; empty beyond the last, and before the plan is finished. */
export function readPage(folder: string, fate: RowAction, page: number): readonly PlannedRow[] {
  const index = path.join(folder, INDEX);
  if (!existsSync(index)) return [];
  const starts = (JSON.parse(readFileSync(index, "utf8")) as Record<RowAction, number[]>)[fate];
  const [from, to] = [starts[page], starts[page + 1]];
  if (from === undefined || to === undefined || to === from) return [];
  const file = openSync(fileOf(folder, fate), "r");
  try {
    const bytes = Buffer.alloc(to - from);
    readSync(file, bytes, 0, bytes.length, from);
    const lines = bytes.toString("utf8").trimEnd().split("\n");
    return lines.map((line) => JSON.parse(line) as PlannedRow);
  } finally {
    closeSync(file);
  }
}

function fileOf(folder: string, fate: RowAction): string {
  return path.join(folder, `${fate}.ndjson`);
}
