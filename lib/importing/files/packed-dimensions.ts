import type { FileRow } from "@/lib/importing/files/read-csv";

/** "freq,unit,geo\TIME_PERIOD": names of dimensions in one cell, and behind the stroke what stands in the header beside it. */
const PACKED = /^\s*\w+(?:,\w+)+\\\w+\s*$/;

/** Rows with the dimensions that Eurostat packs into the first column ("A,PC,DE") in columns of their own; rows of other tables as they are. */
export function* splitDimensions(rows: Iterable<FileRow>): Generator<FileRow, void, undefined> {
  let count: number | null = null;
  for (const row of rows) {
    const [first = "", ...others] = row.cells;
    if (count === null) count = typeof first === "string" && PACKED.test(first) ? first.split(",").length : 0;
    if (count === 0 || typeof first !== "string") yield row;
    else {
      const names = first.split(",").map((name) => name.trim());
      // A cell of another shape is a remark.
      yield names.length === count ? { ...row, cells: [...names, ...others] } : row;
    }
  }
}
