import type { Cell } from "@/lib/importing/files/read-csv";
import { plainDecimal } from "@/lib/numbers/decimal";

/** JSON whose numbers are texts behind MARK, with the digits that are written: 4.0 stays 4.0, and no digit beyond the fifteenth is lost. */
export type JsonValue = null | boolean | string | readonly JsonValue[] | { readonly [name: string]: JsonValue };

const MARK = "\u0001";
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

/** A JSON text that is known to be well-formed, with its numbers as they are written. */
export function numbersAsWritten(text: string): JsonValue {
  const marked = text
    .replace(/^\ufeff/, "")
    .replace(TEXT_OR_NUMBER, (one) => (one.startsWith('"') ? one : `"\\u0001${one}"`));
  return JSON.parse(marked) as JsonValue;
}

/** A value of such JSON as a cell. Numbers of more digits than a double keeps, or too large for one, stay text, so that they are asked about. */
export function cellOfJson(value: JsonValue | undefined): Cell {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "string") return JSON.stringify(value).replaceAll("\\u0001", "");
  if (!value.startsWith(MARK)) return value;
  const digits = value.slice(1);
  if (/e/i.test(digits)) return Number.isFinite(Number(digits)) ? { digits: plainDecimal(Number(digits)) } : digits;
  return digits.replace(/\D/g, "").length > 15 ? digits : { digits };
}
