import type { TableCell } from "@/lib/exports/csv-table";
import { FIGURE_COLUMNS, type FigureToExport, figureCells } from "@/lib/exports/figure-row";

const NAMES = FIGURE_COLUMNS.map((name) => JSON.stringify(name));

/** Figures as JSON, {"figures": […]}, set after set: the same rows and names as the CSV, and numbers with the digits that were written. */
export async function* figuresJson(sets: AsyncIterable<readonly FigureToExport[]>): AsyncGenerator<string> {
  let before = "\n";
  yield `{"figures": [`;
  for await (const figures of sets) {
    if (figures.length === 0) continue;
    yield before + figures.map(objectText).join(",\n");
    before = ",\n";
  }
  yield "\n]}\n";
}

function objectText(figure: FigureToExport): string {
  return `{${figureCells(figure)
    .map((cell, at) => `${NAMES[at]}: ${cellText(cell)}`)
    .join(", ")}}`;
}

/** JSON has one kind of number, of any digits; JSON.stringify would write 4.0 as 4 and 0.0000001 as 1e-7. */
function cellText(cell: TableCell): string {
  return typeof cell === "object" && cell !== null ? cell.digits : JSON.stringify(cell);
}
