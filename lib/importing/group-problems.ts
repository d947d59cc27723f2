import type { Problem } from "@/lib/importing/problem";

/** Problems of one kind in one column, as one line. */
export interface ProblemKind {
  readonly column: string | null;
  readonly code: string;
  /** How many rows have it. */
  readonly count: number;
  /** The first of those rows; empty for what concerns the whole file. */
  readonly rows: readonly number[];
  /** The first different sentences, as they are said of those rows. */
  readonly messages: readonly string[];
}

const MOST_ROWS = 10;
const MOST_MESSAGES = 3;

/** Counts problems by column and code as they come, in order of first appearance. */
export class ProblemKinds {
  readonly #kinds = new Map<string, ProblemKind>();

  add({ row, column, code, message }: Problem): void {
    const key = JSON.stringify([column, code]);
    const none: Pick<ProblemKind, "count" | "rows" | "messages"> = { count: 0, rows: [], messages: [] };
    const { count, rows, messages } = this.#kinds.get(key) ?? none;
    const isNew = messages.length < MOST_MESSAGES && !messages.includes(message);
    this.#kinds.set(key, {
      column,
      code,
      count: count + 1,
      rows: row === null || rows.length >= MOST_ROWS || rows.includes(row) ? rows : [...rows, row],
      messages: isNew ? [...messages, message] : messages,
    });
  }

  list(): readonly ProblemKind[] {
    return [...this.#kinds.values()];
  }
}
