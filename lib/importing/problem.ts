/** What is wrong with a file: where, and what to do about it. */
export interface Problem {
  /** Row as a spreadsheet counts it: the header is 1. Null when it concerns the whole file. */
  readonly row: number | null;
  /** Header of the column; null when it concerns the whole row. */
  readonly column: string | null;
  /** Stable name of the cause, such as not_a_number. */
  readonly code: string;
  /** Cause and cure in one sentence. */
  readonly message: string;
}

/** A file that cannot be read at all; the status is the HTTP one that says so: 400, 413, 415 or 422. */
export class UnreadableFile extends Error {
  readonly status: 400 | 413 | 415 | 422;
  readonly problem: Problem;
  constructor(status: 400 | 413 | 415 | 422, problem: Problem) {
    super(problem.message);
    this.status = status;
    this.problem = problem;
  }
}

/** A problem of the whole file. */
export function fileProblem(code: string, message: string): Problem {
  return { row: null, column: null, code, message };
}

/** That a file in our own words has nothing but its header. */
export const NO_ROWS = fileProblem("empty", "The file has a header and no rows below it");

/** That nothing in a table of another shape was taken for a number. */
export const NO_FIGURES = fileProblem(
  "no_figures",
  "No figure came out of the table: say which columns hold the numbers, and in which rows it begins and ends",
);

/** Most rows, columns and characters of a cell in one file; most bytes of a workbook as unpacked, and of a table in an archive. */
export const LIMITS = {
  rows: 100_000,
  columns: 1000,
  cell: 10_000,
  unpackedBytes: 100 * 1024 * 1024,
  packedBytes: 32 * 1024 * 1024,
} as const;
