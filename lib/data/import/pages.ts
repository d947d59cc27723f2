import "server-only";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { insertImportRows } from "@/lib/data/db/bulk-sql";
import type { Tx } from "@/lib/data/db/transaction";
import { PAGE_ROWS, type PlannedRow, ROW_ACTIONS, type RowAction } from "@/lib/importing/plan";

/** Pages written at once. */
const AT_A_TIME = 200;

/** Keeps the rows of a plan, small, until they are written into the database page by page, those of one fate together. */
export class FoundRows {
  #parts = newParts();

  add(row: PlannedRow): void {
    const part = this.#parts[row.fate];
    part.waiting.push(row);
    if (part.waiting.length === PAGE_ROWS) close(part);
  }

  /** Forgets every row. */
  again(): void {
    this.#parts = newParts();
  }

  /** Writes them as those of a job, in place of any it had. */
  async write(tx: Tx, jobId: string): Promise<void> {
    const pages = ROW_ACTIONS.flatMap((fate) => {
      close(this.#parts[fate]);
      return this.#parts[fate].pages.map((rows, page) => ({ jobId, fate, page, rows }));
    });
    await tx.importRows.deleteMany({ where: { jobId } });
    for (let at = 0; at < pages.length; at += AT_A_TIME) await insertImportRows(tx, pages.slice(at, at + AT_A_TIME));
  }
}

interface Part {
  readonly pages: string[];
  waiting: PlannedRow[];
}

function newParts(): Readonly<Record<RowAction, Part>> {
  const part = () => ({ pages: [], waiting: [] });
  return { refused: part(), added: part(), changed: part(), unchanged: part() };
}

function close(part: Part): void {
  if (part.waiting.length === 0) return;
  part.pages.push(deflateRawSync(JSON.stringify(part.waiting), { level: 1 }).toString("base64"));
  part.waiting = [];
}

/** A page of rows of one fate that a job found, from 0; empty beyond the last, and before all are found. */
export async function readPage(tx: Tx, jobId: string, fate: RowAction, page: number): Promise<readonly PlannedRow[]> {
  const found = await tx.importRows.findUnique({ where: { jobId_fate_page: { jobId, fate, page } } });
  if (found === null) return [];
  return JSON.parse(inflateRawSync(Buffer.from(found.rows, "base64")).toString("utf8")) as PlannedRow[];
}
