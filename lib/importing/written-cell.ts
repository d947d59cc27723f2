import type { FileRow } from "@/lib/importing/files/read-csv";
import type { Column } from "@/lib/importing/match-columns";
import type { PlannedRow } from "@/lib/importing/plan";

/** Characters of a cell that are told. */
const LONGEST = 120;

/** The cell of a row's number as the file has it, and the column it stands in; null for none. */
export function writtenCell(row: FileRow | undefined, columns: readonly Column[]): PlannedRow["cell"] {
  const at = columns.findIndex(({ field }) => field === "value" || field === "as_worded");
  const cell = row?.written ?? row?.cells[at];
  if (cell === undefined || cell === "") return null;
  const text = typeof cell === "string" ? cell : [cell.digits, cell.unit].filter(Boolean).join(" ");
  return { column: row?.column ?? columns[at]?.header ?? "", text: text.trim().slice(0, LONGEST) };
}
