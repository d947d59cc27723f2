import type { MetricRef } from "@/lib/figures/figure";
import type { FieldName } from "@/lib/importing/fields";
import { FIELDS } from "@/lib/importing/fields";
import type { Column } from "@/lib/importing/match-columns";
import type { Problem } from "@/lib/importing/problem";
import type { RowReading } from "@/lib/importing/read-row";
import type { UnitSaid } from "@/lib/importing/units/read-quantity";
import { type ComparedUnit, compareUnit, parseUnit } from "@/lib/importing/units/stated-unit";
import { timesTen } from "@/lib/numbers/decimal";
import { isOtherUnit } from "@/lib/reading/metrics/fit-unit";

/** What a metric measures in. */
export type Measured = Pick<MetricRef, "unit" | "counted" | "kind">;

/** Parts of a figure in its metric's unit, how they came to be so (null where nothing was scaled), and what the note keeps of it. */
interface Converted {
  readonly parts: RowReading["parts"];
  readonly scaling: string | null;
  readonly remarks: readonly string[];
}

/**
 * Compares every unit that a row states with its metric's and brings the value into it: the same, times a power of ten, or refused
 * with the reason. A scale that is said in two places must be the same, and a number that has its own is not scaled again.
 */
export function inMetricUnit(
  { parts, units, row }: Pick<RowReading, "parts" | "units" | "row">,
  metric: Measured,
  columns: readonly Column[],
  problems: Problem[],
): Converted {
  const asWritten: Converted = { parts, scaling: null, remarks: [] };
  const refuse = (field: FieldName, message: string) => {
    const column = columns.find((one) => one.field === field)?.header ?? FIELDS[field].label;
    problems.push({ row, column, code: "unit", message });
    return asWritten;
  };
  const scales = new Map<number, string>();
  const bases = new Map<string, string>();
  let own = 0;
  if (isHalfScaled(parts, units)) {
    const message = "Only the upper value says a scale, and the lower one may be meant in it: write both in full";
    return refuse("value_high", message);
  }
  for (const said of units) {
    const compared = compare(said, metric);
    if (!compared.ok)
      return refuse(said.field, `${compared.message}: put right whichever is wrong, or leave the unit out`);
    own = Math.max(own, said.power);
    if (compared.power > 0) scales.set(compared.power, textOf(said));
    if (compared.basis !== null) bases.set(compared.basis, textOf(said));
  }
  const [basis, otherBasis] = bases;
  if (basis !== undefined && otherBasis !== undefined)
    return refuse("unit", `“${basis[1]}” and “${otherBasis[1]}” say two things of one number: say it in one place`);
  const unscaled = basis === undefined ? asWritten : withBasis(parts, ...basis);
  const [scale, another] = scales;
  const shown = units.find(({ shownAs }) => shownAs !== undefined);
  if (scale === undefined)
    return shown?.shownAs === "" ? { ...unscaled, scaling: `the whole number, ${ofDigits(shown)}` } : unscaled;
  const [power, text] = scale;
  if (another !== undefined)
    return refuse("unit", `“${text}” and “${another[1]}” are two scales for one number: say it in one place`);
  if (/^(?:percent|points|percentage points)$/.test(metric.unit))
    return refuse(
      "unit_multiplier",
      `The file says “${text}”, and parts in ${metric.unit} have no scale: leave the scale out`,
    );
  // The header says what the format of the workbook leaves out.
  if (shown?.power === power && own === power) return unscaled;
  if (shown !== undefined)
    return refuse(
      "value",
      `The file says “${text}”, and the number is one ${ofDigits(shown)}: put right whichever is wrong`,
    );
  if (own > 0)
    return refuse("value", `The number has a scale of its own, and the file says “${text}”: say it in one place`);
  const scaled = (part: unknown) => ({ digits: times((part as { readonly digits: string }).digits, power) });
  const [value, high] = [parts.value, parts.valueHigh];
  if (value === undefined) return unscaled;
  const digits = [value, high].flatMap((part) => (part ? (part as { readonly digits: string }).digits : []));
  return {
    parts: { ...unscaled.parts, value: scaled(value), ...(high ? { valueHigh: scaled(high) } : {}) },
    remarks: [...unscaled.remarks, `The file says ${digits.join(" to ")} in “${text}”.`],
    scaling: `${text}: times ${"1".padEnd(power + 1, "0").replace(/\B(?=(?:\d{3})+$)/g, ",")}`,
  };
}

/** What the unit says of prices belongs to the figure; where a column says something else of what is counted, the note keeps it. */
function withBasis(parts: RowReading["parts"], basis: string, text: string): Converted {
  const isSaid = Boolean(parts.basis) && parts.basis !== basis;
  return isSaid
    ? { parts, scaling: null, remarks: [`The file says “${text}”.`] }
    : { parts: { ...parts, basis }, scaling: null, remarks: [] };
}

/** Units that are measured and not counted, whatever a metric is called. */
const MEASURES =
  /metres?|meters?|feet|miles|hectares|acres|tonnes?|tons|litres?|watts?|hours|days|years|bytes|bits|joules/i;

/** What is to be said of a number of things that is no whole one, as where a file counts in thousands and does not say so. Null for any other. */
export function fractionOf({ value }: RowReading["parts"], metric: Measured): Pick<Problem, "code" | "message"> | null {
  const digits = (value as { readonly digits?: string } | null | undefined)?.digits ?? "";
  const isThing = metric.kind === "count" && /^\p{Ll}/u.test(metric.unit) && !MEASURES.test(metric.unit);
  if (!isThing || !/\.\d*[1-9]/.test(digits)) return null;
  const message = `${digits} is no whole number of ${metric.unit}: look whether the file counts in thousands or millions`;
  return { code: "fraction", message };
}

/** Whether the upper value alone has a word of scale, and the lower one would stand below it with that scale, too: "1.5" and "2.5 bn". */
function isHalfScaled({ value, valueHigh }: RowReading["parts"], units: readonly UnitSaid[]): boolean {
  const powerOf = (field: "value" | "value_high") =>
    units.find((said) => said.field === field && !said.isHeader)?.power ?? 0;
  const power = powerOf("value_high");
  if (!value || !valueHigh || power === 0 || powerOf("value") > 0) return false;
  const [low, high] = [value, valueHigh].map((part) => (part as { readonly digits: string }).digits);
  return Number(low) !== 0 && Number(low) * 10 ** power < Number(high);
}

function compare({ unit, field, isForeign }: UnitSaid, metric: Measured): ComparedUnit {
  if (typeof unit !== "string") {
    // What cannot be compared, as a noun of another language, is not against it.
    if ((unit.kind === "noun" && isForeign) || !isOtherUnit(unit, metric)) return { ok: true, power: 0, basis: null };
    return { ok: false, message: `The words say “${unit.text}”, and the metric is in ${metric.unit}` };
  }
  if (unit === "") return { ok: true, power: 0, basis: null };
  if (field !== "unit_multiplier") return compareUnit(parseUnit(unit), metric);
  const power = powerOf(unit);
  return power === null
    ? { ok: false, message: `“${unit}” is no power of ten: write 0, 3, 6, 9, or thousands, millions` }
    : { ok: true, power, basis: null };
}

/** The exponent that a column of multipliers says: as one (6), as a word (millions) or as the factor (1,000,000). */
function powerOf(text: string): number | null {
  if (/^(?:0|[2-9]|1[12])$/.test(text)) return Number(text);
  // Ten times, or ten to the tenth.
  if (text === "10") return null;
  if (/^units?$/i.test(text)) return 0;
  const { kind, power } = parseUnit(text);
  return kind === "none" ? power : null;
}

function textOf({ unit, field }: UnitSaid): string {
  const text = typeof unit === "string" ? unit : unit.text;
  return field === "unit_multiplier" && /^\d+$/.test(text) ? `multiplier ${text}` : text;
}

function ofDigits({ power }: UnitSaid): string {
  return `of which the workbook does not show the last ${power} digits`;
}

function times(digits: string, power: number): string {
  return digits.startsWith("-") ? `-${timesTen(digits.slice(1), power)}` : timesTen(digits, power);
}
