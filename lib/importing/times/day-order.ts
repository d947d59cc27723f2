/** A day in numbers alone: 28/02/2019, 2.28.2019. */
const NUMERIC = /^(\d{1,2})([/.-]) ?(\d{1,2})\2 ?(\d{4})$/;

/** What stands first in days that are written in numbers alone. */
export type DayOrder = "day" | "month";

/** What the days among the times of a table tell of their order: those that can be read in one way only decide for all. */
export function dayOrderOf(texts: readonly string[]): {
  /** Null where nothing tells, or days of both orders stand there. */
  readonly order: DayOrder | null;
  /** The first day that can be read in two ways; null without one. */
  readonly unsure: string | null;
} {
  const told = new Set<DayOrder>();
  let unsure: string | null = null;
  for (const text of texts) {
    const [, first, , second] = NUMERIC.exec(text) ?? [];
    if (first === undefined || second === undefined || Number(first) === Number(second)) continue;
    if (Number(first) > 12) told.add("day");
    else if (Number(second) > 12) told.add("month");
    else unsure ??= text;
  }
  const [order, another] = told;
  return { order: another === undefined ? (order ?? null) : null, unsure };
}

/** A day in numbers alone, in that order, as ISO 8601; any other text as it is. */
export function orderedDay(text: string, order: DayOrder | null): string {
  const [, first = "", , second = "", year] = NUMERIC.exec(text) ?? [];
  if (year === undefined || order === null) return text;
  const [day, month] = order === "day" ? [first, second] : [second, first];
  // A day of the other order is read by itself.
  return Number(month) > 12 ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Whether a text is a day in numbers alone. */
export const isNumericDay = (text: string) => NUMERIC.test(text);
