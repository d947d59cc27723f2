import { timesTen } from "@/lib/numbers/decimal";
import { isMoved } from "@/lib/reading/movements";
import type { Quantity } from "@/lib/reading/quantities/quantity";

const JOINS = /^(?: (?:and|or|und|et|e|y) |, (?:and |or )?|、|[和与及或])$/;

const SCALE_TOO = " may belong to it, too: say which.";

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
  if (one.unit === null && isMoved(text, one, next)) return movedFrom(one, next);
  // "From 2 to 3 million"
  if (between === " to " && one.unit === null && one.power === 0 && next.power > 0) return withScaleDoubted(one, next);
  const join = JOINS.exec(between)?.[0];
  if (join === undefined || one.value === null || next.value === null) return null;
  if (join === ", " && !isRow(text, next)) return null;
  // "Visitors were 12, 15 and 9 million": the same is asked of each of a row.
  if (next.unit === null) {
    if (one.unit !== null || one.power > 0) return null;
    const asked = next.doubts.find((doubt) => doubt.endsWith(SCALE_TOO));
    if (asked !== undefined) return { ...one, doubts: [...one.doubts, asked] };
    return next.power > 0 ? withScaleDoubted(one, next) : null;
  }
  if (one.isSmallWord || (one.multiplier !== null && next.unit.kind === "noun")) return null;
  const isSame = one.unit !== null && next.unit.kind === "currency" && one.unit.text === next.unit.text;
  if (one.unit !== null && !isSame) return null;
  // "1,800, and 300 suppliers": a new clause. A row by commas has an end with a word.
  if (/^, (?:and|or) /.test(join) && behind < 2) return null;
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

/**
 * Where a movement began, with the unit of where it came to: "from 12 to 15 percent". The scale is the first's, too, where that has a
 * fraction ("from 2.1 to 3.4 billion yuan"); else it is asked about.
 */
function movedFrom(one: Quantity, next: Quantity): Quantity | null {
  const { unit } = next;
  if (next.power === 0 || one.power > 0) return unit === null || unit.kind === "noun" ? null : { ...one, unit };
  if (unit === null || one.value === null || !/^\d{1,3}[.,]\d{1,2}$/.test(one.digits))
    return withScaleDoubted(one, next);
  return {
    ...one,
    unit,
    measure: one.measure ?? next.measure,
    value: timesTen(one.value, next.power),
    valueHigh: one.valueHigh === null ? null : timesTen(one.valueHigh, next.power),
    multiplier: next.multiplier,
    power: next.power,
  };
}

function withScaleDoubted(one: Quantity, { multiplier }: Quantity): Quantity {
  return { ...one, doubts: [...one.doubts, `“${multiplier}”${SCALE_TOO}`] };
}

/** Whether the row goes on behind a figure with a word that ends it: "12.1, 9.4 and 8". */
function isRow(text: string, next: Quantity): boolean {
  return /^(?:, [^,;.]{1,20})?,? (?:and|or|und|et|e|y) \S{0,4}\d|^、|^[和与及]\d/.test(
    text.slice(next.end, next.end + 40),
  );
}
