import { firstDayOf, lastDayOf, parseEdtf } from "@/lib/figures/edtf";

/** A time as two EDTF dates, first and last (equal for one date; null for an open or not stated side), or why the text is none. */
export type DateReading =
  | { readonly ok: true; readonly start: string | null; readonly end: string | null }
  | { readonly ok: false; readonly code: "not_a_date" | "ambiguous" | "backwards"; readonly message: string };

interface Span {
  readonly start: string;
  readonly end: string;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const NOT_STATED = /^(?:not stated|unknown|none|n\/?a|[-–—])?$/i;
const CURE = "write it like 2019, 2019-Q1, Feb 2019, 2019-02-28 or 2014–2019";

/** Shapes of one date, each with how its parts become a span; the first that fits is taken. */
const SHAPES: readonly (readonly [RegExp, (parts: readonly string[]) => Span])[] = [
  [/^(\d{4}(?:-\d{2}){0,2})$/, ([date = ""]) => ({ start: date, end: date })],
  [/^(\d{4})-?\s?q([1-4])$/i, ([year = "", quarter]) => months(year, Number(quarter) * 3 - 2, 3)],
  [/^q([1-4]),?\s(\d{4})$/i, ([quarter, year = ""]) => months(year, Number(quarter) * 3 - 2, 3)],
  [/^(\d{4})-?\s?h([12])$/i, ([year = "", half]) => months(year, Number(half) * 6 - 5, 6)],
  [/^h([12]),?\s(\d{4})$/i, ([half, year = ""]) => months(year, Number(half) * 6 - 5, 6)],
  [new RegExp(`^${MONTH},?\\s(\\d{4})$`, "i"), ([month, year = ""]) => months(year, monthOf(month), 1)],
  [new RegExp(`^(\\d{4})\\s${MONTH}$`, "i"), ([year = "", month]) => months(year, monthOf(month), 1)],
  [
    new RegExp(`^(\\d{1,2})\\s${MONTH},?\\s(\\d{4})$`, "i"),
    ([day, month, year = ""]) => dayOf(year, monthOf(month), day),
  ],
  [
    new RegExp(`^${MONTH}\\s(\\d{1,2}),?\\s(\\d{4})$`, "i"),
    ([month, day, year = ""]) => dayOf(year, monthOf(month), day),
  ],
  [/^(\d{4})年$/, ([year = ""]) => ({ start: year, end: year })],
  [/^(\d{4})年(\d{1,2})月$/, ([year = "", month]) => months(year, Number(month), 1)],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, ([year = "", month, day]) => dayOf(year, Number(month), day)],
];

/**
 * Reads a date or a period as a person writes it: "2019", "2019-Q1", "H1 2019", "Feb 2019", "28 February 2019", "2014–2019",
 * "2014 to Feb 2019", "Jan–Mar 2019", "2014/2019-02" (ISO 8601), "../2019" (open side); "" and "not stated" give nulls.
 * Never guesses: "03/04/2019" and "2014-19" are asked back. Years 1800 to 2199.
 */
export function readDateSpan(text: string): DateReading {
  const typed = text.normalize("NFKC").trim().replace(/\s+/g, " ");
  if (NOT_STATED.test(typed)) return { ok: true, start: null, end: null };
  const refusal = ambiguity(typed);
  if (refusal !== null) return { ok: false, code: "ambiguous", message: refusal };
  const one = readOne(typed);
  if (one) return { ok: true, ...one };
  const sides = splitSpan(typed);
  if (sides === null) return notADate(text);
  const [from, to] = [readSide(sides[0]), readSide(sides[1])];
  if (from === undefined || to === undefined || (from === null && to === null)) return notADate(text);
  const [start, end] = [from?.start ?? null, to?.end ?? null];
  if (start !== null && end !== null && firstDayOf(start) > lastDayOf(end)) {
    return {
      ok: false,
      code: "backwards",
      message: `The period ends (${end}) before it starts (${start}): turn them round`,
    };
  }
  return { ok: true, start, end };
}

/** One text for what was read: "", a date, or "start/end" with ".." for an open side (ISO 8601-2). readDateSpan reads it back. */
export function spanText(start: string | null, end: string | null): string {
  if (start === null && end === null) return "";
  return start === end ? (start ?? "") : `${start ?? ".."}/${end ?? ".."}`;
}

/** Why text can be read in two ways, with what to write; null when it cannot. */
function ambiguity(typed: string): string | null {
  const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  if (numeric) {
    const [, first = "", second = "", year = ""] = numeric;
    const choices = [dayOf(year, Number(second), first).start, dayOf(year, Number(first), second).start];
    const possible = [...new Set(choices)].filter((date) => parseEdtf(date) !== null);
    return `Day and month cannot be told apart: write ${possible.join(" or ") || "year-month-day"}`;
  }
  const short = /^(\d{2})(\d{2})[-–/](\d{2})$/.exec(typed);
  if (short && Number(short[3]) > Math.max(12, Number(short[2])))
    return `Write ${short[1]}${short[2]}–${short[1]}${short[3]} if that is the period`;
  if (/^\d{2}$/.test(typed)) return "Write the year with four digits";
  return null;
}

function readOne(typed: string): Span | null {
  for (const [shape, spanOf] of SHAPES) {
    const match = shape.exec(typed);
    if (!match) continue;
    const span = spanOf(match.slice(1));
    return isDate(span.start) && isDate(span.end) ? span : null;
  }
  return null;
}

/** A side of a period: null for an open one, undefined when it is no date. */
function readSide(side: string): Span | null | undefined {
  return side === ".." ? null : (readOne(side) ?? undefined);
}

function splitSpan(typed: string): readonly [string, string] | null {
  const monthsOfYear = new RegExp(`^${MONTH} ?(?:[-–—]|to|through) ?${MONTH} (\\d{4})$`, "i").exec(typed);
  if (monthsOfYear) return [`${monthsOfYear[1]} ${monthsOfYear[3]}`, `${monthsOfYear[2]} ${monthsOfYear[3]}`];
  const years = /^(\d{4})-(\d{4})$/.exec(typed);
  if (years) return [years[1] ?? "", years[2] ?? ""];
  const sides = typed.replace(/^from /i, "").split(/ ?[–—] ?| ?\/ ?| - | to | until | through /i);
  return sides.length === 2 ? [sides[0] ?? "", sides[1] ?? ""] : null;
}

function isDate(text: string): boolean {
  const date = parseEdtf(text);
  return date !== null && date.year >= 1800 && date.year < 2200;
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
}

function months(year: string, first: number, count: number): Span {
  return { start: `${year}-${two(first)}`, end: `${year}-${two(first + count - 1)}` };
}

function dayOf(year: string, month: number, day: string | undefined): Span {
  const date = `${year}-${two(month)}-${two(Number(day))}`;
  return { start: date, end: date };
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function notADate(text: string): DateReading {
  return {
    ok: false,
    code: "not_a_date",
    message: `“${text.trim().slice(0, 60)}” is not a date: ${CURE}, or leave it empty if it is not stated`,
  };
}
