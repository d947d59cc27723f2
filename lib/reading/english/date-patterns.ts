import { ordinalValue, wordsToDigits } from "@/lib/reading/english/number-words";
import { dayOf, lastDayOf, monthsOf, type Published, partOfYear, years } from "@/lib/reading/time-spans";

/** First and last day, month or year of a time, both included; null where it cannot be told. */
export type Span = readonly [string, string] | null;
/** The named groups of a pattern. */
type Parts = Readonly<Record<string, string | undefined>>;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)";
const YEAR =
  "(?:1[89]|20|21)\\d{2}(?!\\d|,\\d|\\.\\d|\\s?%|-?[A-Za-z]|\\s(?:percent|per cent|million|billion|thousand|yuan))";
/** A year in digits or in words that depend on the text's date. */
const WHEN = `(?<when>${YEAR}|last year|this year|the (?:previous|past|same|current) year|the year)`;
const COUNT = "(?<count>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half a|a|an|half)";
const ORDINAL = "(?<nth>first|second|third|fourth|last|final|1st|2nd|3rd|4th)";

/** Ways of naming a time in English as sources of patterns, the longer first, each with the span it stands for; null where the text's date is needed and not known. */
export const DATE_PATTERNS: readonly (readonly [string, (parts: Parts, published: Published | null) => Span])[] = [
  // From March 2018 to May 2019; from January to September 2018
  [
    `(?<!${MONTH}, )(?<m1>${MONTH})(?: (?<y1>${YEAR}))?(?:-to-|\\s?(?:to|through|until|till|and|-|–)\\s?)(?<m2>${MONTH}),?(?: period)?(?: of| in)? (?<y2>${YEAR})`,
    ({ m1, y1, m2, y2 }) => [monthsOf(Number(y1 ?? y2), monthOf(m1))[0], monthsOf(Number(y2), monthOf(m2))[1]],
  ],
  // October-December, the quarter before
  [
    `(?<=\\b(?:in|for|during|the|over) )(?<m1>${MONTH})\\s?[-–]\\s?(?<m2>${MONTH})(?!\\p{L}|,? (?:of )?\\d)`,
    ({ m1, m2 }, published) => {
      const year = nearestYear(monthOf(m2), published);
      return year === null ? null : monthsAcross(year, monthOf(m1), monthOf(m2));
    },
  ],
  [
    "the (?:previous|preceding|past) quarter",
    (_, published) => {
      if (published?.month == null) return null;
      const ended = Math.ceil(published.month / 3) - 1;
      return ended === 0 ? partOfYear(published.year - 1, 4, 3) : partOfYear(published.year, ended, 3);
    },
  ],
  // The year to March 2018; the five years to 2018; the three months ended 30 June 2018
  [
    `the (?:${COUNT} )?(?<unit>years?|decades?|quarters?|months) (?:to|through|ending|ended)(?: (?:in|on|the end of|late|mid))?[ -](?:\\d{1,2} )?(?:(?<m>${MONTH})(?: \\d{1,2},?)?(?![\\d\\p{L}]) ?)?(?<y>${YEAR})?(?<=[\\d\\p{L}])`,
    ({ count, unit, m, y }, published) => {
      const year = y === undefined ? nearestYear(monthOf(m), published) : Number(y);
      return year === null || (m === undefined && y === undefined)
        ? null
        : spanUpTo(countOf(count), unit ?? "", monthOf(m), year);
    },
  ],
  [
    `(?<d>\\d{1,2})(?:st|nd|rd|th)? (?<m>${MONTH}),? (?<y>${YEAR})`,
    ({ d, m, y }) => dayOf(Number(y), monthOf(m), Number(d)),
  ],
  [
    `(?<m>${MONTH}) (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>${YEAR})`,
    ({ d, m, y }) => dayOf(Number(y), monthOf(m), Number(d)),
  ],
  [
    `(?:the )?end(?: of |-)(?<m>${MONTH})(?:,? (?<y>${YEAR}|last year|this year))?|(?:the )?end(?: of |-)(?<y3>${YEAR}|last year|this year|next year|the year)|(?<y4>${YEAR})[' ]s? ?year-?end|year-?end (?<y5>${YEAR})`,
    ({ m, y, y3, y4, y5 }, published) => {
      const said = y ?? y3 ?? y4 ?? y5;
      const year = said === undefined ? nearestYear(monthOf(m), published) : yearOf(said, published);
      if (year === null) return null;
      return lastDayOf(year, m === undefined ? 12 : monthOf(m));
    },
  ],
  [
    `(?:the )?end of (?:the )?${ORDINAL} (?<unit>quarter|half)(?:(?: of|,| in)? ${WHEN})?`,
    ({ nth, unit, when }, published) => {
      const each = unit === "half" ? 6 : 3;
      const month = nthOf(nth, 12 / each) * each;
      const year = yearOf(when, published);
      return year === null ? null : lastDayOf(isNamed(when) ? year : endedYear(month, published, year), month);
    },
  ],
  // "The first, second and third quarter of 2021", "in January, February and March"
  [
    `(?:the )?${ORDINAL}(?=(?:, (?:first|second|third|fourth)){0,2},? and (?:the )?(?:second|third|fourth|last) (?<unit>quarter|hal(?:f|ves))s?(?:(?: of|,| in)? ${WHEN})?)`,
    ({ nth, unit, when }, published) => {
      const year = yearOf(when, published);
      const each = unit === "quarter" ? 3 : 6;
      return year === null ? null : partOfYear(year, nthOf(nth, 12 / each), each);
    },
  ],
  [
    `(?=${MONTH})(?<=\\b(?:in|for|during|of) (?:${MONTH}, |${MONTH},? and ){1,11})(?<m>${MONTH})(?:,? (?<y>${YEAR}))?(?!\\p{L})`,
    ({ m, y }, published) => {
      const year = y === undefined ? nearestYear(monthOf(m), published) : Number(y);
      return year === null ? null : monthsOf(year, monthOf(m));
    },
  ],
  [
    `(?:the )?${ORDINAL} (?:quarters?|three months)(?:(?: of|,| in)? ${WHEN})?|Q(?<q>[1-4])(?:,? (?<y>${YEAR}))?|(?<y2>${YEAR})[- ]?Q(?<q2>[1-4])`,
    ({ nth, when, q, y, q2, y2 }, published) => {
      const year = yearOf(when ?? y ?? y2, published);
      const quarter = q ?? q2;
      const part = quarter === undefined ? nthOf(nth, 4) : Number(quarter);
      if (year === null) return null;
      return partOfYear(isNamed(when ?? y ?? y2) ? year : endedYear(part * 3, published, year), part, 3);
    },
  ],
  [
    `(?:the )?${ORDINAL} hal(?:f|ves)(?:(?: of|,| in)? ${WHEN})?(?! (?:a|of the (?!year)|million|billion))|H(?<h>[12]) (?<y>${YEAR})`,
    ({ nth, when, h, y }, published) => {
      const year = yearOf(when ?? y, published);
      const half = h === undefined ? nthOf(nth, 2) : Number(h);
      if (year === null) return null;
      return partOfYear(isNamed(when ?? y) ? year : endedYear(half * 6, published, year), half, 6);
    },
  ],
  [
    `(?<own>(?:its|their|his|her) )?(?:the )?first ${COUNT} (?<unit>months|quarters)(?:(?: of|,| in)? ${WHEN})?`,
    ({ own, count, unit, when }, published) => {
      const year = yearOf(when, published);
      const last = countOf(count) * (unit === "quarters" ? 3 : 1);
      if (year === null || last > 12 || own !== undefined) return null;
      return monthsOf(isNamed(when) ? year : endedYear(last, published, year), 1, last);
    },
  ],
  [
    `(?:fiscal(?: year)?|FY|financial year)\\s?(?<y>${YEAR.replace("(?!\\d|", "(?!\\d|")}|(?:19|20)\\d{2}|\\d{2})(?:[-–/](?<to>(?:19|20)\\d{2}|\\d{2}))?(?!\\d)`,
    ({ y = "", to }) => {
      const first = Number(y.length === 2 ? `20${y}` : y);
      if (to === undefined) return years(first);
      const last = Number(to.length === 2 ? `${String(first).slice(0, 2)}${to}` : to);
      return last === first + 1 ? years(first, last) : null;
    },
  ],
  [
    `(?<y1>(?:1[89]|20|21)\\d{2})(?: to | through | until |\\s?[-–]\\s?|(?<=between \\d{4}) and )(?:early |late |mid-)?(?<y2>(?:1[89]|20|21)\\d{2})(?!\\d|,\\d|\\.\\d)`,
    ({ y1, y2 }) => (Number(y1) < Number(y2) ? years(Number(y1), Number(y2)) : null),
  ],
  [
    `(?<y1>(?:19|20)\\d{2})[-–/](?<y2>\\d{2})(?!\\d|-)`,
    ({ y1 = "", y2 = "" }) => {
      const last = Number(`${y1.slice(0, 2)}${y2}`);
      return last > Number(y1) ? years(Number(y1), last) : null;
    },
  ],
  [
    `(?:early |late |mid-)?(?<m>${MONTH})(?: of|,)? (?<y>${YEAR}|last year|this year)`,
    ({ m, y }, published) => {
      const year = yearOf(y, published);
      return year === null ? null : monthsOf(year, monthOf(m));
    },
  ],
  [
    `(?<d>\\d{1,2})(?:st|nd|rd|th)? (?<m>${MONTH})(?!\\p{L})|(?<m2>${MONTH}) (?<d2>\\d{1,2})(?:st|nd|rd|th)?(?![\\d,]\\d|\\s?(?:percent|%|million|\\p{L}+s\\b))`,
    ({ d, m, d2, m2 }, published) => {
      const month = monthOf(m ?? m2);
      const year = nearestYear(month, published);
      return year === null ? null : dayOf(year, month, Number(d ?? d2));
    },
  ],
  [
    `(?<=(?:in|since|during|by|of|until|last|this|next|from) (?:late |early |mid-)?)(?<m>January|February|March|April|May|June|July|August|September|October|November|December)(?!\\p{L}| \\d)`,
    ({ m }, published) => {
      const month = monthOf(m);
      const year = nearestYear(month, published);
      return year === null ? null : monthsOf(year, month);
    },
  ],
  [
    `(?:over |in |during |for |within )?the (?:past|last|previous|preceding) (?:${COUNT} )?(?<unit>years?|decades?|months?|quarters?)(?! in a row| running)|(?:past|last) half (?<half>decade)`,
    ({ count, unit, half }, published) => {
      if (published === null) return null;
      if (half !== undefined) return years(published.year - 5, published.year);
      return spanBack(count, unit ?? "", published);
    },
  ],
  [
    "(?:later |earlier |so far |already )?this year",
    (_, published) => (published === null ? null : years(published.year)),
  ],
  [
    "(?:the )?last (?:fiscal |financial )?year",
    (_, published) => (published === null ? null : years(published.year - 1)),
  ],
  [
    "next month",
    (_, published) => {
      if (published?.month == null) return null;
      return published.month === 12 ? monthsOf(published.year + 1, 1) : monthsOf(published.year, published.month + 1);
    },
  ],
  [
    "(?:the )?(?:current|this) (?:fiscal|financial) year",
    (_, published) => (published === null ? null : years(published.year)),
  ],
  ["next year", (_, published) => (published === null ? null : years(published.year + 1))],
  ["this month", (_, published) => (published?.month == null ? null : monthsOf(published.year, published.month))],
  [
    "last month",
    (_, published) => {
      if (published?.month == null) return null;
      return published.month === 1 ? monthsOf(published.year - 1, 12) : monthsOf(published.year, published.month - 1);
    },
  ],
  [`(?:early |late |mid-)?(?<y>${YEAR})`, ({ y }) => years(Number(y))],
];

/** From a month to another, of that year or the one before where the first comes later in the year. */
function monthsAcross(year: number, first: number, last: number): Span {
  return [monthsOf(first > last ? year - 1 : year, first)[0], monthsOf(year, last)[1]];
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
}

function yearOf(text: string | undefined, published: Published | null): number | null {
  if (text !== undefined && /^\d{4}$/.test(text)) return Number(text);
  if (published === null) return null;
  if (/^next/i.test(text ?? "")) return published.year + 1;
  return /last|previous|past/i.test(text ?? "") ? published.year - 1 : published.year;
}

/** Whether a part of a year says which: "the first half of the year" does not. */
function isNamed(year: string | undefined): boolean {
  return year !== undefined && !/^the year$/i.test(year);
}

/** The year of a part of one that has ended, by its last month. */
function endedYear(lastMonth: number, published: Published | null, year: number): number {
  return published?.month != null && lastMonth > published.month ? year - 1 : year;
}

/** The year of a month that stands without one: that of the text, or the year before for a month still to come. */
function nearestYear(month: number, published: Published | null): number | null {
  if (published === null) return null;
  return published.month !== null && month > published.month ? published.year - 1 : published.year;
}

function nthOf(nth: string | undefined, last: number): number {
  return /last|final/i.test(nth ?? "") ? last : Math.min(ordinalValue(nth ?? "") ?? 1, last);
}

function countOf(count: string | undefined): number {
  if (count === undefined || /^an?$/i.test(count)) return 1;
  return /^\d/.test(count) ? Number(count) : Number(wordsToDigits(count) ?? "1");
}

function spanBack(count: string | undefined, unit: string, published: Published): Span {
  const isHalf = /half/i.test(count ?? "");
  if (/^month|^quarter/i.test(unit)) {
    if (published.month === null) return null;
    const back = countOf(count) * (/^q/i.test(unit) ? 3 : 1);
    const from = published.year * 12 + published.month - 1 - back;
    return [monthsOf(Math.floor(from / 12), (from % 12) + 1)[0], monthsOf(published.year, published.month)[1]];
  }
  if (/^decade/i.test(unit)) return years(published.year - (isHalf ? 5 : 10 * countOf(count)), published.year);
  return count === undefined ? years(published.year - 1) : years(published.year - countOf(count), published.year);
}

/** The months up to one, that included; without a month, from a year to another. */
function spanUpTo(count: number, unit: string, month: number, year: number): Span {
  const isMonths = /^(?:month|quarter)/i.test(unit);
  const each = /^decade/i.test(unit) ? 120 : /^year/i.test(unit) ? 12 : /^quarter/i.test(unit) ? 3 : 1;
  const back = count * each;
  if (month === 0 && !isMonths) return count === 1 && each === 12 ? years(year) : years(year - back / 12, year);
  const last = year * 12 + (month === 0 ? 12 : month) - 1;
  const from = last - back + 1;
  return [monthsOf(Math.floor(from / 12), (from % 12) + 1)[0], monthsOf(year, (last % 12) + 1)[1]];
}
