import { ENUMS } from "@/lib/enums";
import type { Wording } from "@/lib/figures/figure";
import { readWording } from "@/lib/figures/wording-words";
import type { RowCells } from "@/lib/importing/row-cells";
import { type NumberWriting, readValue } from "@/lib/importing/units/read-value";
import { headerUnit, parseUnit } from "@/lib/importing/units/stated-unit";
import { timesTen } from "@/lib/numbers/decimal";
import type { Said } from "@/lib/numbers/typed-number";
import type { Unit } from "@/lib/reading/candidate";

/** A unit that a row states for its value: in a column of its own, in the header or the cell of the number, or in the words of the source. */
export interface UnitSaid {
  readonly field: "unit" | "unit_multiplier" | "value" | "value_high" | "as_worded";
  /** As written; as the reader of phrases has it where it comes from words. "" for a word of scale alone. */
  readonly unit: string | Unit;
  readonly isHeader: boolean;
  /** Power of ten that is worked into the number already. */
  readonly power: number;
  /** Set where it is the format of a workbook that shows the number in that power: the word it writes for it, "" without one. */
  readonly shownAs?: string;
  /** Set where its language is not one whose nouns can be compared with ours. */
  readonly isForeign?: boolean;
}

/** What a row says of its number. `parts` are those of the figure input. */
export interface QuantityReading {
  readonly parts: Readonly<Record<string, unknown>>;
  readonly units: readonly UnitSaid[];
  /** What the note is to keep of the cell: a mark with its footnote, digits that were rounded. */
  readonly remarks: readonly string[];
  /** Whether a column or the cell of the value names the wording; false where it is exactly because nothing is said. */
  readonly isWorded: boolean;
}

/** Reads value, upper value, wording, qualifier, conversion and stated units of a row. `language` is that of its source, null when not stated. */
export function readQuantity(cells: RowCells, writing: NumberWriting, language: string | null): QuantityReading {
  const remarks: string[] = [];
  const numberOf = (field: "value" | "value_high" | "alternative"): Said | null | undefined => {
    const cell = cells.cell(field);
    if (cell === undefined) return undefined;
    const reading = readValue(cell, writing, language);
    if (reading.ok && reading.printed !== undefined) {
      remarks.push(`Printed as ${reading.printed} in the file.`);
      cells.warn(field, "rounded", "It has more than 15 digits: it is rounded, and the note keeps what is printed");
    }
    if (reading.ok && reading.margin !== undefined) {
      remarks.push(`Margin of error in the file: ± ${reading.margin}.`);
      cells.warn(field, "margin", "The margin of error is taken from the number and kept in the note");
    }
    if (reading.ok) return reading.says;
    cells.refuse(field, reading.code, reading.message);
    return undefined;
  };
  const [value, high] = [numberOf("value"), numberOf("value_high")];
  const { parts, isSaid } = wordingOf(cells);
  if (value) parts.value = { digits: value.digits };
  if (high?.wording) cells.refuse("value_high", "wording", "An upper value has no wording of its own: write it alone");
  if (high && value?.digitsHigh)
    cells.refuse("value_high", "conflict", "The value is a range already: leave the upper value empty");
  const upper = value?.digitsHigh ?? (high === undefined ? undefined : (high?.digits ?? null));
  if (upper !== undefined) parts.valueHigh = upper === null ? null : { digits: upper };
  if (value?.wording) {
    if (isSaid && parts.wording !== value.wording) {
      const [own, other] = [value.wording, String(parts.wording)].map((wording) => wording.replaceAll("_", " "));
      cells.refuse("value", "conflict", `The value says “${own}” and the wording “${other}”: make them one`);
    }
    parts.wording = value.wording;
  }
  Object.assign(parts, conversionOf(cells, numberOf("alternative")));
  const isWorded = isSaid || Boolean(value?.wording);
  const mark = value?.mark ?? high?.mark ?? null;
  if (mark !== null) {
    const footnote = writing.footnotes.get(mark);
    remarks.push(
      footnote === undefined ? `Marked “${mark}” in the file.` : `Marked “${mark}” in the file: ${footnote}`,
    );
    cells.warn("value", "mark", `The mark “${mark}” is taken from the number and kept in the note`);
  }
  return { parts, units: unitsOf(cells, value, high), remarks, isWorded };
}

/** The wording, where the house's own files keep "exact" and "record" in one column with it. An empty cell says exactly. */
function wordingOf(cells: RowCells): { readonly parts: Record<string, unknown>; readonly isSaid: boolean } {
  const hasOwn = cells.has("wording");
  const field = hasOwn ? "wording" : "qualifier";
  const text = cells.text(field);
  const qualifier = hasOwn ? cells.text("qualifier") : undefined;
  const parts: Record<string, unknown> = qualifier === undefined ? {} : { qualifier };
  if (text === undefined) return { parts, isSaid: false };
  if (text === null) return { parts: hasOwn ? { ...parts, wording: "exactly" } : parts, isSaid: false };
  if (text.toLowerCase() === "record") return { parts: { wording: "exactly", qualifier: "record" }, isSaid: true };
  const wording: Wording | null = readWording(text);
  if (wording !== null) return { parts: hasOwn ? { ...parts, wording } : { wording, qualifier: null }, isSaid: true };
  const known = `one of ${ENUMS.Wording.join(", ")}, or a word or sign for it, such as “over” or “≥”`;
  cells.refuse(field, "wording", `“${text.slice(0, 40)}” is no wording: write ${known}`);
  return { parts, isSaid: false };
}

/** The source's own conversion; its currency may stand with the number or in a column. */
function conversionOf(cells: RowCells, says: Said | null | undefined): Readonly<Record<string, unknown>> {
  const column = cells.text("alternative_unit");
  const stated = column === undefined ? {} : { alternativeUnit: column };
  if (says === undefined) return stated;
  if (says === null) return { alternative: null, ...stated };
  if (says.wording !== null || says.mark !== null)
    cells.refuse(
      "alternative",
      "wording",
      "A conversion is a number with its currency: its wording is that of the value",
    );
  const header = headerUnit(cells.header("alternative"));
  const unit = says.unit ?? header;
  if (unit === null) return { alternative: { digits: says.digits }, ...stated };
  const { names, kind, power, basis } = parseUnit(unit);
  const scale = Math.max(power, header === null ? 0 : parseUnit(header).power);
  if (says.power > 0 && scale > 0) {
    cells.refuse(
      "alternative",
      "unit",
      "The conversion has a scale of its own, and so has its unit: say it in one place",
    );
    return stated;
  }
  const alternative = { digits: timesTen(says.digits, scale) };
  const code = column ? names.find((name) => name === column.toUpperCase()) : names[0];
  if (kind === "currency" && basis === null && code !== undefined) return { alternative, alternativeUnit: code };
  if (kind === "none" && column) return { alternative, ...stated };
  const message = `The conversion says “${unit}”: write its currency as the ISO 4217 code in a column of its own`;
  cells.refuse("alternative", "unit", message);
  return stated;
}

function unitsOf(cells: RowCells, value: Said | null | undefined, high: Said | null | undefined): readonly UnitSaid[] {
  const units: UnitSaid[] = [];
  for (const [field, says] of [
    ["value", value],
    ["value_high", high],
  ] as const) {
    if (!says) continue;
    const header = headerUnit(cells.header(field));
    if (header !== null) units.push({ field, isHeader: true, unit: header, power: 0 });
    const cell = cells.cell(field);
    const shown = typeof cell === "object" && cell.shown ? { shownAs: cell.shown.word } : {};
    if (says.unit !== null || says.power > 0)
      units.push({ field, isHeader: false, unit: says.unit ?? "", power: says.power, ...shown });
  }
  for (const field of ["unit", "unit_multiplier"] as const) {
    const text = cells.text(field);
    if (text) units.push({ field, isHeader: false, unit: text, power: 0 });
  }
  return units;
}
