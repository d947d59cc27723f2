import type { Quantity } from "@/lib/reading/quantities/quantity";
import { type FoundTime, monthsOf, years } from "@/lib/reading/time-spans";
import { rowsOf } from "@/lib/reading/times-without-year";

/** The time of a figure, and why it has none that is sure; null where nothing is doubtful. */
export interface TimeOfFigure {
  readonly time: FoundTime | null;
  readonly doubt: string | null;
}

const SEVERAL = "The sentence names several times: say which is this number's.";
/** What parts the numbers of a row, with a verb that only some of them have. */
const JOIN =
  /^(?:,? (?:and|or) |, (?:and )?|、|，|[和与及]|以及)(?:by |(?:a )?(?:rise|fall|drop|gain|loss) of |up |down |rose |fell |grew )?(?:同比|环比)?(?:增长|下降|上升|减少|增加|下跌|上涨|为|达到?)?$/;
const IN_ORDER = /\brespectively\b|\bin that order\b|分别|依次|逐年/;
/** Farthest that is looked for what tells an order, in characters. */
const FAR = 400;
/** Two subjects: what is said in order may be theirs. */
const SUBJECTS = /\p{L} and (?:(?:the|its|their) )?\p{L}|[\p{L}“”][和与及、](?![增下上减]|同比|环比)[\p{L}“]/u;

/**
 * Numbers and times that are told in one order: "3, 4 and 5 million in 2017, 2018 and 2019". Each number of a row gets the time of its
 * place; where the one row is longer than the other, or the numbers are of two things, none has a time and each says so.
 */
export function inOrder(
  text: string,
  quantities: readonly Quantity[],
  times: readonly FoundTime[],
  own: readonly (FoundTime | null)[],
): readonly TimeOfFigure[] {
  const found = own.map((time): TimeOfFigure => ({ time, doubt: null }));
  if (times.length === 0) return found;
  const rows = rowsOf(
    text,
    times.filter(({ isAside, isBase }) => !isAside && !isBase),
  );
  const rowOf = new Map(rows.flatMap((row) => row.map((time) => [time, row] as const)));
  for (let first = 0, next = 1; first < quantities.length; first = next, next += 1) {
    while (next < quantities.length && isJoined(text, quantities[next - 1], quantities[next])) next += 1;
    const numbers = quantities.slice(first, next);
    const item = own.slice(first, next).find((time) => time !== null);
    const row = item == null ? [] : (rowOf.get(item) ?? [item]);
    const told = tellOrder(text, numbers, row);
    if (told === null) continue;
    for (const [index, time] of told.entries()) found[first + index] = { time, doubt: time === null ? SEVERAL : null };
  }
  return found;
}

function isJoined(text: string, one: Quantity | undefined, next: Quantity | undefined): boolean {
  return one !== undefined && next !== undefined && JOIN.test(text.slice(one.end, next.start));
}

/** The time of each number of a row, null for each where the order does not tell; null where the numbers have but one time. */
function tellOrder(
  text: string,
  numbers: readonly Quantity[],
  row: readonly FoundTime[],
): readonly (FoundTime | null)[] | null {
  const [item, last, first, end] = [row[0], row.at(-1), numbers[0], numbers.at(-1)];
  if (item === undefined || last === undefined || first === undefined || end === undefined) return null;
  const from = Math.max(Math.min(item.start, first.start), end.end - FAR);
  const isTold = IN_ORDER.test(text.slice(from, Math.min(Math.max(last.end, end.end), from + 2 * FAR) + 24));
  const items = row.length > 1 ? row : eachOf(text, item, isTold, numbers.length);
  if (items === null) return null;
  const isTwofold = SUBJECTS.test(
    item.start < first.start
      ? text.slice(Math.max(last.end, first.start - FAR), first.start)
      : (/[^,;，；。]*$/.exec(text.slice(Math.max(0, first.start - 80), first.start))?.[0] ?? ""),
  );
  if (row.length === 1 && isTwofold && numbers.length !== items.length) return null;
  const named = numbers.find(({ unit }) => unit !== null);
  const isAlike =
    isTold ||
    numbers.every(
      ({ unit, measure }) =>
        unit === null || unit.text === named?.unit?.text || (measure !== null && measure === named?.measure),
    );
  const isSure = numbers.length === items.length && isAlike && !isTwofold;
  return numbers.map((_, index) => (isSure ? (items[index] ?? null) : null));
}

/** The years of a span that numbers are told for in order ("from 2017 to 2019 … respectively"), or the months of "January and February 2020" for two; null where it is one time. */
function eachOf(text: string, { time, ...place }: FoundTime, isTold: boolean, count: number): FoundTime[] | null {
  if (time === null || time.start === time.end || count < 2) return null;
  const [from, to] = [Number(time.start.slice(0, 4)), Number(time.end.slice(0, 4))];
  const at = ([start, end]: readonly [string, string]): FoundTime => ({ ...place, time: { ...time, start, end } });
  const isOfYears = !time.start.includes("-") && !time.end.includes("-");
  if (isOfYears && isTold) return Array.from({ length: to - from + 1 }, (_, index) => at(years(from + index)));
  const isAnd = / and /.test(text.slice(place.start, place.end)) && !/\bbetween $/i.test(text.slice(0, place.start));
  if (!isAnd || count !== 2 || isOfYears) return null;
  return [time.start, time.end].map((month) => at(monthsOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)))));
}
