import type { Remark } from "@/lib/importing/table/scan-table";

/** Longest note that is proposed. */
const LONGEST = 500;

/** The lines above a table as a note to its figures; the row of the unit, which is read by itself, is left out. "" without any. */
export function noteAbove(above: readonly Remark[], unitRow: number | null): string {
  const said = above.flatMap(({ row, text, cells }) => {
    const [label = "", value, another] = cells;
    if (row === unitRow) return [];
    return value === undefined || another !== undefined ? [text] : [`${label.replace(/\s*[:：]$/, "")}: ${value}`];
  });
  const note = said.join("; ").trim();
  return note.length > LONGEST ? `${note.slice(0, LONGEST - 1)}…` : note;
}
