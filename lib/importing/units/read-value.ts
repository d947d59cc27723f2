import { plainCell } from "@/lib/exports/formula-cells";
import { readWorded } from "@/lib/importing/as-worded";
import type { Cell } from "@/lib/importing/files/read-csv";
import type { NumberFormat } from "@/lib/numbers/grouped-digits";
import { readNumber } from "@/lib/numbers/read-number";
import type { Said } from "@/lib/numbers/typed-number";

/** How a file writes its numbers, as far as that is known. */
export interface NumberWriting {
  /** Undefined when nobody said: then what is ambiguous is asked back. */
  readonly format: NumberFormat | undefined;
  /** Whether cells are parted by semicolons, as where commas are decimal: then 5,125 has two readings. */
  readonly hasSemicolons: boolean;
}

/** What a cell of numbers says; null when it is empty. */
type CellReading =
  | { readonly ok: true; readonly says: Said | null }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** A number with one comma and three digits behind it. */
export const ONE_COMMA = /(?<![\d.,'’])[1-9]\d{0,2},\d{3}(?![\d.,'’])/;

/** Reads a cell with a number, whatever wording, unit or footnote mark stands with it; a cell in words alone ("nearly half") as a phrase is read. */
export function readValue(cell: Cell, { format, hasSemicolons }: NumberWriting, language: string | null): CellReading {
  if (typeof cell !== "string" && cell.merged !== undefined) {
    const message = `The cells ${cell.merged} are merged, and one number is not said of several rows: write it in the row it belongs to`;
    return { ok: false, code: "merged", message };
  }
  const text = typeof cell === "string" ? plainCell(cell).trim() : [cell.digits, cell.unit].filter(Boolean).join(" ");
  const reading = readNumber(text, typeof cell === "string" ? format : "plain");
  if (!reading.ok && reading.code === "missing") return { ok: true, says: null };
  const comma =
    typeof cell === "string" && format === undefined && hasSemicolons ? ONE_COMMA.exec(text)?.[0] : undefined;
  if (comma !== undefined) {
    const message = `Between semicolons “${comma}” may mean ${comma} or ${comma.replace(",", ".")}. Say how the file writes numbers`;
    return { ok: false, code: "ambiguous", message };
  }
  if (reading.ok) return { ok: true, says: reading.says };
  const { code, says, message } = reading;
  // A letter may be a flag, a mark or a unit: nobody can tell.
  if (says !== null && !/^\p{L}$/u.test(says.mark ?? "")) return { ok: true, says };
  if (!/\d/.test(text)) {
    const worded = readWorded(text, null, language);
    if (worded.ok) {
      const { wording, value, valueHigh, unit } = worded.found;
      const found = { wording, digits: value ?? "", digitsHigh: valueHigh, unit: unit?.text ?? null };
      return { ok: true, says: { ...found, mark: null, power: 0 } };
    }
  }
  // Where the format decides, it is the file that is asked about.
  const isUndeclared =
    format === undefined &&
    (["en", "de", "fr"] as const).some((one) => {
      const read = readNumber(text, one);
      return read.ok || read.says !== null;
    });
  const ask = `${message.replace(/(?<=[^.?])$/, ".")} Say how the file writes numbers`;
  return { ok: false, code, message: isUndeclared ? ask : message };
}
