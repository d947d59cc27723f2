import type { Quantity } from "@/lib/reading/quantities/quantity";
import type { FoundTime } from "@/lib/reading/time-spans";

/** What stands right before where a movement began: "from", "from just", 由, 从2018年的. */
const FROM = /\bfrom (?:[\p{L}\d'’]+ ){0,3}$|(?:[从由]|(?<!来)自)[^，,。；;]{0,14}$/iu;
/** What stands between the two numbers of a movement. */
const TO = /^[^.;，；]{0,40}\bto (?:[\p{L}]+ ){0,3}$|^[^，,。；;]{0,20}[至到为](?:[^，,。；;]{0,12}的)?$/u;
/** The same where the number that it came to stands first: "rose to 15 percent in 2020 from". */
const BACK = /^[^.;]{0,40}\bfrom (?:[\p{L}\d'’]+ ){0,3}$/iu;
const TO_BEFORE = /\bto (?:[\p{L}]+ ){0,3}$/u;

/** Whether a number is where another one beside it came from ("from 12 to 15 percent", "to 15 percent from 12", 由12%升至15%). */
function isStart(text: string, quantities: readonly Quantity[], index: number): boolean {
  const [before, one, after] = [quantities[index - 1], quantities[index], quantities[index + 1]];
  if (one === undefined) return false;
  if (after !== undefined && isAlike(one, after) && isMoved(text, one, after)) return true;
  if (before === undefined || !isAlike(before, one)) return false;
  return (
    BACK.test(text.slice(before.end, one.start)) &&
    TO_BEFORE.test(text.slice(Math.max(0, before.start - 30), before.start))
  );
}

/** Whether something moved from the one number to the next. */
export function isMoved(text: string, one: Quantity, next: Quantity): boolean {
  return FROM.test(text.slice(Math.max(0, one.start - 30), one.start)) && TO.test(text.slice(one.end, next.start));
}

function isAlike(one: Quantity, other: Quantity): boolean {
  return one.unit === null || other.unit === null || one.unit.kind === other.unit.kind;
}

/** A period of account, or part of one year: no span whose ends are those of a movement. */
const ACCOUNT = /fiscal|FY|financial|财年|年度|\d{4}[-–/]\d{2}(?!\d)|\b(?:past|last)\b|近|过去|最近/i;

/** The times of numbers, with those of movements put right: where one began has its own or, of a span of years, the first; where it came to the last. */
export function timesOfMovements(
  text: string,
  quantities: readonly Quantity[],
  times: readonly (FoundTime | null)[],
): readonly (FoundTime | null)[] {
  if (quantities.length < 2) return times;
  const starts = quantities.map((_, index) => isStart(text, quantities, index));
  return times.map((found, index) => {
    const one = quantities[index];
    if (found === null || one === undefined) return found;
    if (starts[index] === true) return timeOfStart(text, one, found, quantities[index + 1]?.start ?? text.length);
    const start = starts[index - 1] === true ? quantities[index - 1] : undefined;
    if (start !== undefined && isBetween(text, start, found, one.start)) return null;
    return starts[index - 1] === true || starts[index + 1] === true ? endOf(text, found, "end") : found;
  });
}

/** Whether a time stands right behind where a movement began, before it goes on to its end: "from 5 euros in 2018 to 4", not 从3亿元增至2018年的. */
function isBetween(text: string, one: Quantity, found: FoundTime, nextStart: number): boolean {
  return found.start >= one.end && found.end <= nextStart && !/\bto\b|[至到为]/.test(text.slice(one.end, found.start));
}

/** The time of where a movement began, never that of its end. */
function timeOfStart(text: string, one: Quantity, found: FoundTime, nextStart: number): FoundTime | null {
  const isBefore =
    /(?:\bfrom |[从由自]\s?)$/i.test(text.slice(Math.max(0, found.start - 6), found.start)) &&
    found.end <= one.start &&
    !/[,，从由自]|\bfrom\b/i.test(text.slice(found.end, one.start));
  if (isBefore || isBetween(text, one, found, nextStart)) return found;
  const first = endOf(text, found, "start");
  return first === found ? null : first;
}

/** The end of a span of years that the one number of a movement holds for; the time itself where it is no such span. */
function endOf(text: string, found: FoundTime, side: "start" | "end"): FoundTime {
  const { time } = found;
  if (time === null || time.start.slice(0, 4) === time.end.slice(0, 4)) return found;
  if (ACCOUNT.test(text.slice(found.start, found.end))) return found;
  return { ...found, time: { ...time, start: time[side], end: time[side] } };
}
