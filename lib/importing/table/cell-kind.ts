import { readDateSpan } from "@/lib/dates/date-text";
import { readWording } from "@/lib/figures/wording-words";
import type { Cell, FileRow } from "@/lib/importing/files/read-csv";
import { isNumericDay } from "@/lib/importing/times/day-order";
import { financialYears, markedTime } from "@/lib/importing/times/periods";
import { parseUnit } from "@/lib/importing/units/stated-unit";
import { remembered } from "@/lib/text/remembered";
import { visibleText } from "@/lib/text/visible-text";

/**
 * What a cell seems to hold, by its looks alone: a year may be a number, too. "missing" is a mark that stands for no figure, with or
 * without a flag: ":", "..", "NA", ": c".
 */
export type CellKind = "empty" | "missing" | "number" | "year" | "time" | "text";

const MISSING =
  /^(?::|\.{1,3}|…|[-–—]{1,3}|n\.?\/?[ad]\.?|nan|null|#n\/a|x|\/|\[[a-z]\]|\([xds]\)|\*{2,3})(?: [a-z]{1,3})?$/i;
/** A number with what may stand around it: signs, a currency, a unit, flags and marks of a footnote. */
const NUMBER =
  /^[<>≤≥~≈±+\-−–(]*\s?(?:[A-Z]{0,3}\p{Sc}\s?)?[-−]?[.,]?\d[\d.,'’\u00a0\u202f ]*(?:[eE][-+]?\d+)?\)?\s?[%‰\p{Sc}*†‡§¹²³⁰⁴-⁹]*\s?(?:\(?[\p{L}\d]{1,3}\)?)?(?:\s?\[[^\]]{1,12}\])*$/u;
/** A number before words, which may be a scale, a currency or both: "₹16.15 lakh crore". */
const IN_WORDS =
  /^[<>≤≥~≈±+\-−–(]*\s?(?:[A-Z]{0,3}\p{Sc}\s?|Rs\.?\s?)?\d[\d.,'’\u00a0\u202f ]*\s?(\p{L}[\p{L}. ]{1,25})$/u;
/** What a spreadsheet shows for a formula that fails: it stands where a number belongs. */
const ERROR = /^#(?:DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;
const PLAIN = /^-?(?:\d+(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?)$/;
const YEAR = /^(?:1[89]|20|21)\d\d$/;
/** A digit, or the first year of an era. */
const DATED = /\d|元年/;

/** Whether a text stands for no figure. */
export function isMissingMark(text: string): boolean {
  return MISSING.test(visibleText(text));
}

/** What a cell seems to hold. */
export function cellKind(cell: Cell): CellKind {
  if (typeof cell !== "string") return YEAR.test(cell.digits) ? "year" : "number";
  // Most cells by far: a plain number.
  if (PLAIN.test(cell)) return YEAR.test(cell) ? "year" : "number";
  return cell === "" ? "empty" : kindOfText(cell);
}

const kindOfText = remembered((cell): CellKind => {
  const text = visibleText(cell);
  if (text === "") return "empty";
  if (YEAR.test(text)) return "year";
  if (MISSING.test(text)) return "missing";
  if (ERROR.test(text)) return "number";
  if (!DATED.test(text)) return "text";
  if (YEAR.test(markedTime(text)?.time ?? "")) return "year";
  if (isTime(text)) return "time";
  return NUMBER.test(text) || isNumberInWords(text) || isWorded(text) ? "number" : "text";
});

/** "约3600万", "over 1,200": a word for a wording before a number. */
function isWorded(text: string): boolean {
  const [, words, number] = /^([^\d]{1,24}?)\s?(\d.*)$/su.exec(text) ?? [];
  if (words === undefined || number === undefined || readWording(words) === null) return false;
  return NUMBER.test(number) || isNumberInWords(number);
}

function isNumberInWords(text: string): boolean {
  const words = IN_WORDS.exec(text)?.[1];
  if (words === undefined) return false;
  const { kind, power } = parseUnit(words);
  return power > 0 || kind === "currency" || kind === "percent";
}

/**
 * The scale that a cell says behind its number: "bn", "%", or "10^6" for a format that only leaves digits out. Null without any, and for one
 * letter that may be a flag.
 */
export function scaleOf(cell: Cell): string | null {
  if (typeof cell !== "string" && cell.shown) return cell.shown.word || `10^${cell.shown.power}`;
  const words = typeof cell === "string" ? /\d\s?(%|\p{L}[\p{L}. ]*)$/u.exec(seen(cell))?.[1] : cell.unit;
  if (words === undefined || (/^[a-z]$/i.test(words) && typeof cell === "string" && !/\p{Sc}/u.test(cell))) return null;
  if (words.includes("%")) return "%";
  return parseUnit(words).power > 0 ? words : null;
}

/** The scale that numbers of a column say, and how many digits the longest of them has before its fraction. */
export interface ColumnScale {
  readonly text: string;
  readonly digits: number;
}

/** How many digits the number of a cell is shown with before its fraction; 0 where there is none. */
export function wholeDigits(cell: Cell): number {
  const leftOut = typeof cell === "string" ? 0 : (cell.shown?.power ?? 0);
  const [digits = ""] = /\d[\d.,'’\u00a0\u202f ]*/.exec(textOfCell(cell)) ?? [];
  const whole = digits.replace(/[.,](?:\d{1,2}|\d{4,})$/, "").replace(/\D/g, "");
  return Math.max(0, whole.replace(/^0+/, "").length - leftOut);
}

/** Whether a number says no scale, and may have been meant in that of its column: one that is as long as those with it, at most 1 among percentages, and not nought. */
export function mayLackScale(cell: Cell, { text, digits }: ColumnScale): boolean {
  const number = textOfCell(cell);
  const isSmall = text === "%" ? /^[^\d.,]*(?:0?[.,]\d+|1)\D*$/.test(number) : wholeDigits(cell) <= Math.max(digits, 3);
  return isSmall && /[1-9]/.test(number) && scaleOf(cell) === null;
}

/** Text of a cell: the digits of a number, and of a year what its format writes around it, where that is part of the time or marks it ("2025E", "FY2025"). */
export function textOfCell(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell === "string") return seen(cell);
  const { digits, unit } = cell;
  return unit === undefined || !YEAR.test(digits) ? digits : ([digits + unit, unit + digits].find(isTime) ?? digits);
}

const seen = remembered(visibleText);

/** A row of nothing but delimiters and spaces is no row. */
export function isBlankRow({ cells }: FileRow): boolean {
  return cells.every((cell) => typeof cell === "string" && (cell === "" || seen(cell) === ""));
}

/** Whether a text is a time that a figure may be of, a year among them; a bare number is none. */
export function isTime(text: string): boolean {
  return DATED.test(text) && text.length <= 40 && !/^\d{5,}$|^\d+[.,]\d*$/.test(text) && readAsTime(text);
}

const readAsTime = remembered(readsAsTime);

function readsAsTime(text: string): boolean {
  if (financialYears(text) !== null || markedTime(text) !== null) return true;
  const reading = readDateSpan(text);
  return reading.ok
    ? reading.start !== null || reading.end !== null
    : reading.code === "ambiguous" && (/^\d{4}[-–/]\d{2}$/.test(text) || isNumericDay(text));
}
