import { parseEdtf } from "@/lib/dates/edtf";
import { firstValue, type SearchParams } from "@/lib/schemas/view";

/** Name of the parameter by which an address asks for what was known on a day. */
export const AS_OF = "as-of";

/** What an address asks to see as it was known: a day as it was written (at most 40 characters), checked by asOfProblem; null for today. */
export function parseAsOf(params: SearchParams): string | null {
  return firstValue(params, AS_OF)?.slice(0, 40) ?? null;
}

/** Why nothing can be shown as it was known on a day, in a sentence; null where it can. `today` is yyyy-mm-dd, as the day has to be. */
export function asOfProblem(day: string, today: string): string | null {
  if (parseEdtf(day)?.precision !== "day")
    return `“${day}” is no day: write it as year, month and day, such as 2019-03-01.`;
  return day > today ? `${day} has not come yet: ask for a day up to ${today}, in UTC.` : null;
}
