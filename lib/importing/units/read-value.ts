import { plainCell } from "@/lib/exports/formula-cells";
import { readWorded } from "@/lib/importing/as-worded";
import type { Cell } from "@/lib/importing/files/read-csv";
import { plainDecimal, roundedTo15 } from "@/lib/numbers/decimal";
import type { NumberFormat } from "@/lib/numbers/grouped-digits";
import { readNumber } from "@/lib/numbers/read-number";
import type { Said } from "@/lib/numbers/typed-number";

/** How a file writes its numbers, as far as that is known. */
export interface NumberWriting {
  /** Undefined when nobody said: then what is ambiguous is asked back. */
  readonly format: NumberFormat | undefined;
  /** Whether cells are parted by semicolons, as where commas are decimal: then 5,125 has two readings. */
  readonly hasSemicolons: boolean;
  /** Whether a person agreed that numbers of more than 15 digits are rounded to 15. */
  readonly rounds: boolean;
  /** What footnotes of the file say, by their marks. */
  readonly footnotes: ReadonlyMap<string, string>;
  /** What brackets around a number were said to mean; undefined while nobody says: then it is asked. */
  readonly brackets?: "minus" | "mark" | null;
}

/** How a file writes numbers of which nothing is known. */
export const UNKNOWN_WRITING: NumberWriting = {
  format: undefined,
  hasSemicolons: false,
  rounds: false,
  footnotes: new Map(),
};

/** What a cell of numbers says; null when it is empty. */
type CellReading =
  /** `printed` has the digits of a number that was rounded, `margin` what stands behind ±. */
  | { readonly ok: true; readonly says: Said | null; readonly printed?: string; readonly margin?: string }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Plain digits with a decimal point. */
const LONG = /(?<![\d.,])\d+(?:\.\d+)?(?![\d.,])/;

/** A number in brackets as a person said that it is meant. */
function withoutBrackets(text: string, meaning: "minus" | "mark" | null): string {
  const inner = meaning === null ? undefined : /^[(（]\s*([^-−()（）]*\d[^-−()（）]*)[)）]$/.exec(text)?.[1];
  return inner === undefined ? text : meaning === "minus" ? `-${inner}` : inner;
}

const ERROR = /^#(?:DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|ERROR!)$/i;

/** A number with its margin of error. */
const MARGIN = /^([^±]*\d[^±]*?)\s?(?:±|\+\/[-−])\s?(\d[\d.,]*\s?%?)\s*$/;
/** What programs write where a number is missing. */
const NINES = /^[-−]9{3,6}$/;
const EXPONENT = /^[-−]?\d+(?:[.,]\d+)?e[-+−]?\d{1,3}$/i;

/** What is said of a cell whose formula has no result, of an error, and of a number that a spreadsheet has shortened; null for any other. */
function brokenCell(cell: string): CellReading | null {
  const text = cell.trim();
  if (ERROR.test(text)) {
    const message = `The cell shows the error ${text}: put its formula right, or empty the cell`;
    return { ok: false, code: "cell_error", message };
  }
  const exponential = EXPONENT.test(text) ? Number(text.replace(",", ".").replaceAll("−", "-")) : Number.NaN;
  if (Number.isFinite(exponential)) {
    const full = plainDecimal(exponential);
    const message = `“${text}” is ${full} as far as it is shown, and a spreadsheet may have cut digits off: show the whole number there, and save the file again`;
    return { ok: false, code: "exponent", message };
  }
  if (!/^=(?![\d.,\s]*$)/.test(text)) return null;
  const message =
    "The cell has a formula without a result: open the file in a spreadsheet, let it work the formula out, and save it";
  return { ok: false, code: "no_result", message };
}

/** A number with one comma and three digits behind it. */
export const ONE_COMMA = /(?<![\d.,'’])[1-9]\d{0,2},\d{3}(?![\d.,'’])/;

/** Reads a cell with a number, whatever wording, unit or footnote mark stands with it; a cell in words alone ("nearly half") as a phrase is read. */
export function readValue(cell: Cell, writing: NumberWriting, language: string | null): CellReading {
  const { format, hasSemicolons, rounds } = writing;
  const broken = typeof cell === "string" ? brokenCell(cell) : null;
  if (broken !== null) return broken;
  const nines = NINES.exec(typeof cell === "string" ? cell.trim() : cell.digits)?.[0];
  if (nines !== undefined) {
    const message = `“${nines}” often stands for no number: empty the cell, or write ${nines}.0 where it is one`;
    return { ok: false, code: "placeholder", message };
  }
  const [, number, margin] = (typeof cell === "string" ? MARGIN.exec(cell) : null) ?? [];
  if (number !== undefined && margin !== undefined) {
    const read = readValue(number, writing, language);
    return read.ok ? { ...read, margin: margin.trim() } : read;
  }
  if (typeof cell !== "string" && cell.merged !== undefined) {
    const message = `The cells ${cell.merged} are merged, and one number is not said of several rows: write it in the row it belongs to`;
    return { ok: false, code: "merged", message };
  }
  const text = withoutBrackets(
    typeof cell === "string" ? plainCell(cell).trim() : [cell.digits, cell.unit].filter(Boolean).join(" "),
    writing.brackets ?? null,
  );
  const reading = readNumber(text, typeof cell === "string" ? format : "plain");
  if (!reading.ok && reading.code === "missing") return { ok: true, says: null };
  const comma =
    typeof cell === "string" && format === undefined && hasSemicolons ? ONE_COMMA.exec(text)?.[0] : undefined;
  if (comma !== undefined) {
    const message = `Between semicolons “${comma}” may mean ${comma} or ${comma.replace(",", ".")}. Say how the file writes numbers`;
    return { ok: false, code: "ambiguous", message };
  }
  const shown = typeof cell === "string" ? undefined : cell.shown;
  if (reading.ok) return { ok: true, says: shown ? { ...reading.says, power: shown.power } : reading.says };
  const { code, says, message } = reading;
  if (code === "too_long" && rounds && typeof cell === "string" && format !== "de" && format !== "fr") {
    const long = LONG.exec(text)?.[0];
    const rounded = long === undefined ? null : roundedTo15(long);
    const again =
      rounded === null ? null : readValue(text.replace(long ?? "", rounded), { ...writing, rounds: false }, language);
    if (again?.ok) return { ...again, printed: text };
  }
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
