import { aboutObject, type FileAbout } from "@/lib/exports/about-file";
import type { TableCell } from "@/lib/exports/csv-table";
import type { FigureSets, FigureTable } from "@/lib/exports/figure-row";

/**
 * Figures as JSON, {"figures": […]}, set after set: the same rows and names as the CSV, and numbers with the digits that were written. Of
 * a page, "about" comes before them, and "count" is how many they were.
 */
export async function* figuresJson(
  sets: FigureSets,
  { columns, cells }: FigureTable,
  about: FileAbout | null = null,
): AsyncGenerator<string> {
  const names = columns.map((name) => JSON.stringify(name));
  let [before, count] = ["\n", 0];
  yield about === null ? `{"figures": [` : `{"about": ${JSON.stringify(aboutObject(about))},\n"figures": [`;
  for await (const figures of sets) {
    if (figures.length === 0) continue;
    yield before + figures.map((figure) => objectText(names, cells(figure))).join(",\n");
    before = ",\n";
    count += figures.length;
  }
  yield about === null ? "\n]}\n" : `\n],\n"count": ${count}}\n`;
}

function objectText(names: readonly string[], cells: readonly TableCell[]): string {
  return `{${cells.map((cell, at) => `${names[at]}: ${cellText(cell)}`).join(", ")}}`;
}

/** JSON has one kind of number, of any digits; JSON.stringify would write 4.0 as 4 and 0.0000001 as 1e-7. */
function cellText(cell: TableCell): string {
  if (typeof cell !== "object" || cell === null) return JSON.stringify(cell);
  return cell.isText ? JSON.stringify(cell.digits) : cell.digits;
}
