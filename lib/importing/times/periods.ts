import { readDateSpan, withoutEra } from "@/lib/dates/date-text";
import { monthOf } from "@/lib/dates/month-names";
import { type DayOrder, dayOrderOf, isNumericDay, orderedDay } from "@/lib/importing/times/day-order";
import { visibleText } from "@/lib/text/visible-text";

/** Two years, or a year and a month: 2010-11. */
const PAIR = /^(\d{2})(\d{2})[-–/](\d{2})$/;
const FINANCIAL =
  /^(?:(?:FY|fiscal year|financial year|fiscal)\s?(\d{4})|FY\s?['’]?(\d{2})|(\d{4})年度$)(?:[-–/](?:\d{2})?(\d{2}))?$/i;

/** The years of "FY2019", "FY19", 令和元年度 and "FY2019-20" as a period ("2019", "2019/2020"); null for other text. Its months are not said. */
export function financialYears(text: string): string | null {
  const [, full, short, counted, next] = FINANCIAL.exec(withoutEra(text.trim())) ?? [];
  const year = full ?? counted ?? (short && `20${short}`);
  if (year === undefined) return null;
  if (next === undefined) return year;
  return Number(next) === (Number(year) + 1) % 100 ? `${year}/${Number(year) + 1}` : null;
}

/** A year with a mark behind it: "2019 p", "2025 (forecast)", "2019¹", and "2019 [YR2019]" as the World Bank writes. */
const MARKED =
  /^((?:1[89]|20|21)\d\d)(?: \[YR\1\]| ?([a-zA-Z]|[*†‡§#]+|[¹²³⁰⁴-⁹]+|[([]?(?:[a-zA-Z\d]{1,2}|forecasts?|projected|projections?|estimated?|estimates|provisional|preliminary|revised|plan(?:ned)?|target)[)\]]))$/;

/** The same behind any other time: "Dec. 2019(p)", "Q4 2019 [r]", "2022-23 (RE)". */
const MARKED_TIME =
  /^(.{4,30}?) ?[([]([a-zA-Z\d]{1,2}|forecasts?|projected|estimated?|provisional|preliminary|revised|plan(?:ned)?|target)[)\]]$/;

/** A time and the mark behind it ("" for one that says nothing); null for any other text, as for a time alone. */
export function markedTime(text: string): { readonly time: string; readonly mark: string } | null {
  const [, year, behind] = MARKED.exec(text.trim()) ?? [];
  if (year !== undefined) return { time: year, mark: (behind ?? "").replace(/[[\]()]/g, "") };
  const [, time, mark] = MARKED_TIME.exec(text.trim()) ?? [];
  if (time === undefined || mark === undefined || !/\d/.test(time)) return null;
  const reading = readDateSpan(time);
  const isTime = secondYear(time) !== null || financialYears(time) !== null || (reading.ok && reading.start !== null);
  return isTime ? { time, mark } : null;
}

const WHOLE_YEAR = /^(?:annual|(?:whole |full )?year|yearly|jahr|année|año|ano|anno|全年|年)$/i;

/** The part of a year that a name says ("Jan", "3月", "Q2", 第二季度, "Annual"), for periodOf; null for any other text. */
export function partOfYear(text: string): { readonly month?: string; readonly quarter?: string } | null {
  if (WHOLE_YEAR.test(text)) return {};
  if (monthOf(text.replace(/\.$/, "")) > 0 || /^(?:[1-9]|1[0-2])月$/.test(text)) return { month: text };
  const [, quarter] = /^(?:Q([1-4])|([1-4])Q|第?([一二三四1-4])季度)$/i.exec(text)?.filter(Boolean) ?? [];
  return quarter === undefined ? null : { quarter: String("一二三四".indexOf(quarter) + 1 || quarter) };
}

/** What can be said of days such as 02/03/2019, of times such as 2010-11, and of first days of months such as 2019-01-01. */
export const TIME_ANSWERS = {
  dayOrder: ["day", "month"],
  yearPairs: ["years", "months"],
  firstDays: ["days", "months", "quarters", "years"],
} as const;

/** What is said of times that have two readings; null while nobody says, or where it does not fit. */
export type TimesSaid = { readonly [About in keyof typeof TIME_ANSWERS]: (typeof TIME_ANSWERS)[About][number] | null };

/** What is to be asked of the times of a table: of which of them, such as which, and what they may be. */
export interface TimeQuestion {
  readonly about: keyof TimesSaid;
  readonly first: string;
  readonly fits: readonly string[];
}

const FIRST_DAY = /^(\d{4})-(\d{2})-01$/;

/** Reads the times of one table, in which 02/03/2019 may be of March, 2010-11 a month or two years, and 2019-01-01 a day, a month, a quarter or a year. */
export class Periods {
  /** What nobody has said yet; null where nothing is to be asked. */
  readonly question: TimeQuestion | null;
  readonly #order: DayOrder | null;
  readonly #pairs: TimesSaid["yearPairs"];
  readonly #firstDays: TimesSaid["firstDays"];

  /** `texts` are the different times of the table: where all of them have two readings, nobody can tell. */
  constructor(texts: readonly string[], said: TimesSaid) {
    const all = [...new Set(texts.map(visibleText))].filter((text) => text !== "");
    const { order, unsure } = dayOrderOf(all);
    this.#order = order ?? (unsure === null ? null : said.dayOrder);
    const about = order === null && unsure !== null ? aboutOrder(unsure) : null;
    const pairs = aboutPairs(all);
    const days = aboutFirstDays(all, this.#order);
    const isOpen = (one: TimeQuestion | null) => one !== null && !one.fits.includes(said[one.about] ?? "");
    this.question = [about, pairs, days].find(isOpen) ?? null;
    // Pairs among months are what was said of them, too; days that are no first ones are days.
    this.#pairs = said.yearPairs;
    this.#firstDays = isOpen(days) ? null : days && said.firstDays;
  }

  /** Why a time cannot be read before somebody says what such times are; null where it can. */
  doubtOf(text: string): string | null {
    if (this.question?.about === "dayOrder" && isNumericDay(text))
      return `“${text}” may begin with the day or with the month: say which such days do`;
    if (this.question?.about === "yearPairs" && secondYear(text) !== null)
      return `“${text}” is two years or a month: say which such times are`;
    if (this.question?.about === "firstDays" && firstDay(text, this.#order) !== null)
      return `“${text}” is that day, or a time that begins with it, as all times here may be: say which`;
    return null;
  }

  /** A time as it is to be read. */
  read(text: string): string {
    const second = secondYear(text);
    if (second !== null && this.#pairs === "years") return `${text.slice(0, 4)}/${second}`;
    if (second !== null && this.#pairs === "months") return `${text.slice(0, 4)}-${text.slice(5)}`;
    const day = this.#firstDays === null ? null : firstDay(text, this.#order);
    if (day === null) return orderedDay(text, this.#order);
    if (this.#firstDays === "years") return day.slice(0, 4);
    if (this.#firstDays === "quarters") return `${day.slice(0, 4)}-Q${(Number(day.slice(5, 7)) + 2) / 3}`;
    return this.#firstDays === "months" ? day.slice(0, 7) : day;
  }
}

function aboutOrder(first: string): TimeQuestion {
  return { about: "dayOrder", first, fits: TIME_ANSWERS.dayOrder };
}

function aboutPairs(all: readonly string[]): TimeQuestion | null {
  const pairs = all.filter((text) => PAIR.test(text));
  const [first] = pairs;
  if (first === undefined || pairs.some((text) => secondYear(text) === null)) return null;
  return { about: "yearPairs", first, fits: TIME_ANSWERS.yearPairs };
}

/** Data of whole years, quarters or months is often kept under their first days. One such day alone is taken for what it is. */
function aboutFirstDays(all: readonly string[], order: DayOrder | null): TimeQuestion | null {
  const days = all.map((text) => firstDay(text, order));
  const [first, another] = all;
  if (first === undefined || another === undefined || days.includes(null)) return null;
  const are = (months: RegExp) => days.every((day) => months.test(day?.slice(5, 7) ?? ""));
  const fits = ["days", "months", ...(are(/^(?:01|04|07|10)$/) ? ["quarters"] : []), ...(are(/^01$/) ? ["years"] : [])];
  return { about: "firstDays", first, fits };
}

/** The first day of a month that a text is, as EDTF; null for any other text. */
function firstDay(text: string, order: DayOrder | null): string | null {
  if (!/\d/.test(text) || text.length > 40) return null;
  const reading = readDateSpan(orderedDay(text, order));
  return reading.ok && reading.start === reading.end && FIRST_DAY.test(reading.start ?? "") ? reading.start : null;
}

/** The year after the first of a pair, where the pair says it: 2011 for 2010-11. */
function secondYear(text: string): number | null {
  const [, century, year, next] = PAIR.exec(text) ?? [];
  return Number(next) === (Number(year) + 1) % 100 && year !== undefined ? Number(`${century}${year}`) + 1 : null;
}

/** A time whose parts stand in columns of their own: "2019-02", "2019-Q1", "2019"; a month that is not known stays beside its year. */
export function periodOf({
  year: written,
  quarter,
  month,
}: {
  readonly year: string;
  readonly quarter?: string;
  readonly month?: string;
}): string {
  const year = written.replace(/(?<=^\d{4})年$/, "");
  if (month !== undefined && month !== "") {
    const number = /^\d{1,2}$/.test(month)
      ? Number(month)
      : monthOf(month.replace(/[.月]$/, "")) || Number(month.replace("月", ""));
    return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, "0")}` : `${year} ${month}`;
  }
  const number = /[1-4]/.exec(quarter ?? "")?.[0];
  return number === undefined ? year : `${year}-Q${number}`;
}
