import { timesTen } from "@/lib/numbers/decimal";
import type { Quantity } from "@/lib/reading/quantities/quantity";

const JOINS = /^(?: (?:and|or|und|et|e|y) |, (?:and |or )?|、|[和与及或])$/;

/**
 * The figures of a row with the unit and the scale that only its last one names: "4.2 and 3.9 billion euros", 3.1和2.2亿元. What is
 * taken over from a noun, or a scale under a currency's own sign ("$3.1 and $2.2 billion"), is said.
 */
export function withSharedUnits(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const shared: Quantity[] = [];
  for (const quantity of [...quantities].reverse()) {
    const next = shared[0];
    shared.unshift(next === undefined ? quantity : (sharing(text, quantity, next, shared.length) ?? quantity));
  }
  return shared;
}

function sharing(text: string, one: Quantity, next: Quantity, behind: number): Quantity | null {
  const between = text.slice(one.end, next.start);
  // "From 2 to 3 million"
  if (between === " to " && one.unit === null && one.power === 0 && next.power > 0)
    return { ...one, doubts: [...one.doubts, `“${next.multiplier}” may belong to it, too: say which.`] };
  const join = JOINS.exec(between)?.[0];
  if (join === undefined || next.unit === null || one.value === null || next.value === null) return null;
  if (one.isSmallWord || (one.multiplier !== null && next.unit.kind === "noun")) return null;
  const isSame = one.unit !== null && next.unit.kind === "currency" && one.unit.text === next.unit.text;
  if (one.unit !== null && !isSame) return null;
  // "1,800, and 300 suppliers": a new clause. A row by commas has an end with a word.
  if (/^, (?:and|or) /.test(join) && behind < 2) return null;
  if (join === ", " && !isRow(text, next)) return null;
  const power = one.multiplier === null ? next.power : 0;
  const value = timesTen(one.value, power);
  const isNoun = next.unit.kind === "noun";
  const doubt = power > 0 && isSame ? `It is taken to be ${next.multiplier}, too: say if it is not.` : null;
  return {
    ...one,
    unit: next.unit,
    measure: one.measure ?? next.measure,
    value,
    valueHigh: one.valueHigh === null ? null : timesTen(one.valueHigh, power),
    multiplier: one.multiplier ?? next.multiplier,
    power: one.power + power,
    doubts: doubt === null ? one.doubts : [...one.doubts, doubt],
    note: isNoun ? "What it counts is named behind the next number." : one.note,
  };
}

/** Whether the row goes on behind a figure with a word that ends it: "12.1, 9.4 and 8". */
function isRow(text: string, next: Quantity): boolean {
  return /^(?:, [^,;.]{1,20})?,? (?:and|or|und|et|e|y) \S{0,4}\d|^、|^[和与及]\d/.test(
    text.slice(next.end, next.end + 40),
  );
}
