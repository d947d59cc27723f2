import { firstDayOf, lastDayOf, parseEdtf } from "@/lib/dates/edtf";
import { MONTH, monthOf } from "@/lib/dates/month-names";
import { visibleText } from "@/lib/text/visible-text";

/** A time as two EDTF dates, first and last (equal for one date; null for an open or not stated side), or why the text is none. */
export type DateReading =
  | { readonly ok: true; readonly start: string | null; readonly end: string | null }
  | { readonly ok: false; readonly code: "not_a_date" | "ambiguous" | "backwards"; readonly message: string };

interface Span {
  readonly start: string;
  readonly end: string;
}

const NOT_STATED = /^(?:not stated|unknown|none|n\/?a|[-–—])?$/i;
const CURE = "write it like 2019, 2019-Q1, Feb 2019, 2019-02-28 or 2014–2019";
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /i;
const CLOCK = /[T ]([01]?\d|2[0-3]):(\d{2})(?::(\d{2})(?:[.,]\d+)?)? ?([ap]m)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const CHINESE_DIGITS = "一二三四";

type Shape = readonly [RegExp, (parts: readonly string[]) => Span];
const named = (source: string, spanOf: Shape[1]): Shape => [new RegExp(`^${source}$`, "i"), spanOf];

/** Shapes of one date, each with how its parts become a span; the first that fits is taken. */
const SHAPES: readonly Shape[] = [
  [/^(\d{4})(?:\.0+)?$/, ([year = ""]) => ({ start: year, end: year })],
  [/^(\d{4})[-/.]?(?:m ?)?(\d{2})$/i, ([year = "", month]) => months(year, Number(month), 1)],
  [/^(\d{4})(?:[-/.]|-?m)(\d)$/i, ([year = "", month]) => months(year, Number(month), 1)],
  [/^(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?$/, ([year = "", , month, day]) => dayOf(year, Number(month), day)],
  [/^(\d{4})(\d{2})(\d{2})$/, ([year = "", month, day]) => dayOf(year, Number(month), day)],
  [/^(\d{1,2})[-/.](\d{4})$/, ([month, year = ""]) => months(year, Number(month), 1)],
  [/^(\d{4})[-/]? ?[qtk]([1-4])$/i, ([year = "", quarter]) => quarters(year, quarter)],
  [/^[qtk]([1-4])[-/,]? ?(\d{4})$/i, ([quarter, year = ""]) => quarters(year, quarter)],
  [
    /^([1-4])(?:q|\. [qk][uv]artal|(?:er|e|º|°|\.)? (?:trimestre|trim\.?)(?: de)?) ?(\d{4})$/i,
    ([quarter, year = ""]) => quarters(year, quarter),
  ],
  [/^q([1-4]) ?[-–] ?q([1-4]),? (\d{4})$/i, ([first, last, year = ""]) => quarters(year, first, last)],
  [/^(\d{4})[-/]? ?[hs]([12])$/i, ([year = "", half]) => halves(year, half)],
  [/^[hs]([12])[-/,]? ?(\d{4})$/i, ([half, year = ""]) => halves(year, half)],
  [/^([12])(?:h|\. halbjahr) ?(\d{4})$/i, ([half, year = ""]) => halves(year, half)],
  named(`${MONTH}(?:,? |[-/]| de )(\\d{4})`, ([month, year = ""]) => months(year, monthOf(month), 1)),
  named(`(\\d{4})[-/ ]${MONTH}`, ([year = "", month]) => months(year, monthOf(month), 1)),
  named(`(\\d{4})[-/ ]${MONTH}[-/ ](\\d{1,2})`, ([year = "", month, day]) => dayOf(year, monthOf(month), day)),
  named(
    `(?:the )?(\\d{1,2})(?:st|nd|rd|th|er|\\.)?(?: of | de |[-/ ])${MONTH}(?:,? | de |[-/])(\\d{4})`,
    ([day, month, year = ""]) => dayOf(year, monthOf(month), day),
  ),
  named(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`, ([month, day, year = ""]) =>
    dayOf(year, monthOf(month), day),
  ),
  [/^(\d{4})年$/, ([year = ""]) => ({ start: year, end: year })],
  [/^(\d{4})-(\d{4})年$/, ([start = "", end = ""]) => ({ start, end })],
  [/^(\d{4})年(\d{1,2})月$/, ([year = "", month]) => months(year, Number(month), 1)],
  [
    /^(\d{4})年(\d{1,2})[-–至](\d{1,2})月$/,
    ([year = "", first, last]) => months(year, Number(first), Number(last) - Number(first) + 1),
  ],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, ([year = "", month, day]) => dayOf(year, Number(month), day)],
  [
    /^(\d{4})年第?([一二三四1-4])季度$/,
    ([year = "", quarter = ""]) => quarters(year, String(CHINESE_DIGITS.indexOf(quarter) + 1 || quarter)),
  ],
  [
    /^(\d{4})年(?:前|第?一至第?)([二三四2-4])个?季度$/,
    ([year = "", quarter = ""]) => quarters(year, "1", String(CHINESE_DIGITS.indexOf(quarter) + 1 || quarter)),
  ],
  [/^(\d{4})年([上下])半年$/, ([year = "", half]) => halves(year, half === "上" ? "1" : "2")],
];

/**
 * Reads a date or a period as a person writes it: "2019", "2019-Q1", "H1 2019", "Feb 2019", "28 February 2019", "2014–2019",
 * "28.02.2019", 2019年2月28日, 令和元年, "2014 to Feb 2019", "Jan–Mar 2019", "2014/2019-02" (ISO 8601), "../2019" (open side); "" and "not stated"
 * give nulls. A time of day is dropped. Never guesses: "03/04/2019", "Jan-19" and "2014-19" are asked back. Years 1800 to 2199.
 */
export function readDateSpan(text: string): DateReading {
  const seen = visibleText(text).replace(/ +/g, " ").replace(WEEKDAY, "");
  if (NOT_STATED.test(seen)) return { ok: true, start: null, end: null };
  const typed = withoutClock(withoutEra(seen));
  if (typed === null) return atSomeHour(seen);
  const refusal = ambiguity(typed);
  if (refusal !== null) return ambiguous(refusal);
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

/** The ends of what spanText wrote; null for an open side, and for both of "". */
export function spanEnds(text: string): { readonly start: string | null; readonly end: string | null } {
  const [start = "", end = start] = text.split("/");
  const side = (date: string) => (date === "" || date === ".." ? null : date);
  return { start: side(start), end: side(end) };
}

/** The year before the first of each era by which East Asian offices count. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 };
const ERA = new RegExp(`^(${Object.keys(ERAS).join("|")})(元|\\d{1,3})年`, "u");

/** 令和元年10月1日 with the year that others count: 2019年10月1日. */
export function withoutEra(typed: string): string {
  return typed.replace(
    ERA,
    (_, era: string, year: string) => `${(ERAS[era] ?? 0) + (year === "元" ? 1 : Number(year))}年`,
  );
}

/** The date of a moment; null where its hour may lie on another day elsewhere. */
function withoutClock(typed: string): string | null {
  const clock = CLOCK.exec(typed);
  if (clock === null) return typed;
  const [, hour, minute, second, , zone] = clock;
  const isMidnight = Number(hour) + Number(minute) + Number(second ?? 0) === 0;
  return zone === undefined || isMidnight ? typed.slice(0, clock.index) : null;
}

function atSomeHour(typed: string): DateReading {
  const date = typed.replace(CLOCK, "");
  const { year, month, day } = parseEdtf(date) ?? {};
  if (year === undefined || month == null || day == null) return notADate(typed);
  const next = new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
  return ambiguous(`The hour may belong to another day where it was said: write ${date} or ${next}`);
}

function ambiguous(message: string): DateReading {
  return { ok: false, code: "ambiguous", message };
}

/** Why text can be read in two ways, with what to write; null when it cannot. */
function ambiguity(typed: string): string | null {
  const numeric = readings(typed);
  if (numeric.length > 1) return `Day and month cannot be told apart: write ${numeric.join(" or ")}`;
  const [, century, year, between, last] = /^(\d{2})(\d{2})([-–/])(\d{2})$/.exec(typed) ?? [];
  if (Number(last) > Math.max(12, Number(year)))
    return `Write ${century}${year}–${century}${last} if that is the period`;
  if (between === "/" && Number(last) === Number(year) + 1)
    return `A month or two years: write ${century}${year}-${last} or ${century}${year}–${century}${last}`;
  const cut = /^(\d{4})\.1$/.exec(typed)?.[1];
  if (cut !== undefined) return `A nought may have been cut off: write ${cut}-01 or ${cut}-10`;
  const [, before, month, after] = SHORT.exec(typed) ?? [];
  if (month !== undefined && before === undefined && Number(after) >= 1 && Number(after) <= 31)
    return `Write ${month} 20${after} or ${after} ${month} with its year`;
  if (/^\d{2}$/.test(typed) || SHORT.test(typed) || /^\d{1,2}([-/.])\d{1,2}\1\d{2}$/.test(typed))
    return "Write the year with four digits";
  return null;
}

/** A month with numbers of two digits: which is the day and which the year is not said. */
const SHORT = new RegExp(`^(\\d{1,2})?[-/ ]?${MONTH}[-/ ]?(\\d{2})?$`, "i");

/** The days that "28/02/2019" may be, the day first or the month first; none for other text. */
function readings(typed: string): readonly string[] {
  const match = /^(\d{1,2})([/.-]) ?(\d{1,2})\2 ?(\d{4})$/.exec(typed);
  if (match === null) return [];
  const [, first = "", , second = "", year = ""] = match;
  const both = [dayOf(year, Number(second), first).start, dayOf(year, Number(first), second).start];
  return [...new Set(both)].filter((date) => parseEdtf(date) !== null);
}

function readOne(typed: string): Span | null {
  const [day, another] = readings(typed);
  if (day !== undefined && another === undefined && isDate(day)) return { start: day, end: day };
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
  const dates = /^((?:\d{1,2}[./]){1,2}\d{4})-((?:\d{1,2}[./]){1,2}\d{4})$/.exec(typed);
  if (dates) return [dates[1] ?? "", dates[2] ?? ""];
  const sides = typed.replace(/^from /i, "").split(/ ?[–—至] ?| ?\/ ?| - | to | until | through | bis /i);
  return sides.length === 2 ? [sides[0] ?? "", sides[1] ?? ""] : null;
}

function isDate(text: string): boolean {
  const date = parseEdtf(text);
  return date !== null && date.year >= 1800 && date.year < 2200;
}

function months(year: string, first: number, count: number): Span {
  return { start: `${year}-${two(first)}`, end: `${year}-${two(first + count - 1)}` };
}

function quarters(year: string, first: string | undefined, last = first): Span {
  return months(year, Number(first) * 3 - 2, (Number(last) - Number(first) + 1) * 3);
}

function halves(year: string, half: string | undefined): Span {
  return months(year, Number(half) * 6 - 5, 6);
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
