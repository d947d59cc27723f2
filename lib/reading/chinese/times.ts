import type { ReadTime } from "@/lib/reading/candidate";
import { numeralDigits } from "@/lib/reading/chinese/numerals";
import {
  dayOf,
  type FoundTime,
  lastDayOf,
  monthsOf,
  type Published,
  partOfYear,
  years,
} from "@/lib/reading/time-spans";
import { type NamedTime, withYearsBeside } from "@/lib/reading/times-without-year";

type Span = readonly [string, string] | null;
type Parts = Readonly<Record<string, string | undefined>>;

const YEAR = "(?:(?:1[89]|20|21)\\d{2}|[一二][零〇一二三四五六七八九]{3})";
const WHEN = `(?<when>${YEAR}\\s?年度?|去年|今年|前年|上年|本年|明年|后年)`;
const N = "(?<n>[一二两三四五六七八九十]{1,2}|\\d{1,2})";

/** The year before the first of an era. */
const ERAS: Readonly<Record<string, number>> = { 民國: 1911, 民国: 1911, 平成: 1988, 令和: 2018, 昭和: 1925 };
/** First year of the Eleventh Five-Year Plan. */
const FIRST_PLAN = 2006;

const WAYS: readonly (readonly [string, (parts: Parts, published: Published | null) => Span])[] = [
  [
    `(?:从|自)?(?<y1>${YEAR})\\s?年?\\s?(?:至|到|-|–|—|~)\\s?(?<y2>${YEAR})\\s?年(?!\\s?\\d{1,2}\\s?月)(?<end>底|末)?`,
    ({ y1, y2 }) => (digitsOf(y1) < digitsOf(y2) ? years(digitsOf(y1), digitsOf(y2)) : null),
  ],
  [
    `(?:从|自)?(?<y1>${YEAR})\\s?年\\s?(?<m1>\\d{1,2})\\s?月\\s?(?:至|到|-|–|—|~)\\s?(?<y2>${YEAR})\\s?年\\s?(?<m2>\\d{1,2})\\s?月`,
    ({ y1, m1, y2, m2 }) => [monthsOf(digitsOf(y1), Number(m1))[0], monthsOf(digitsOf(y2), Number(m2))[1]],
  ],
  [
    "(?<y1>(?:19|20)\\d{2})\\s?[\\/–—-]\\s?(?<y2>(?:19|20)?\\d{2})\\s?(?:年度|赛季|学年|财年|财政年度|雪季|榨季|采暖季)",
    ({ y1, y2 }) => years(digitsOf(y1), digitsOf(`${y1?.slice(0, 4 - (y2?.length ?? 0))}${y2}`)),
  ],
  [
    `${WHEN}\\s?(?<m>\\d{1,2})\\s?月\\s?(?<d>\\d{1,2})\\s?[日号]`,
    ({ when, m, d }, published) => {
      const year = yearOf(when, published);
      return year === null ? null : dayOf(year, Number(m), Number(d));
    },
  ],
  [
    `${WHEN}\\s?(?<m1>\\d{1,2})\\s?月?\\s?(?:至|到|-|–|—|~)\\s?(?<m2>\\d{1,2})\\s?月`,
    ({ when, m1, m2 }, published) => {
      const year = yearOf(when, published);
      return year === null ? null : monthsOf(year, Number(m1), Number(m2));
    },
  ],
  [
    `(?:${WHEN}\\s?)?(?<![\\d年])(?<m1>\\d{1,2})\\s?月?\\s?(?:至|到|-|–|—|~)\\s?(?<m2>\\d{1,2})\\s?月`,
    ({ when, m1, m2 }, published) => {
      const year = yearOf(when ?? "今年", published);
      return year === null ? null : monthsOf(year, Number(m1), Number(m2));
    },
  ],
  [
    `${WHEN}\\s?(?<m>\\d{1,2})\\s?月\\s?(?<end>底|末)?(?:份)?`,
    ({ when, m, end }, published) => {
      const year = yearOf(when, published);
      if (year === null) return null;
      return end === undefined ? monthsOf(year, Number(m)) : lastDayOf(year, Number(m));
    },
  ],
  [
    `${WHEN}\\s?(?:年)?(?:底|末)|(?<=截至|到)年(?:底|末)`,
    ({ when }, published) => {
      const year = yearOf(when ?? "今年", published);
      return year === null ? null : lastDayOf(year, 12);
    },
  ],
  [
    `(?:${WHEN}\\s?)?(?<half>[上下])半年`,
    ({ when, half }, published) => {
      const year = yearOf(when ?? "今年", published);
      return year === null ? null : partOfYear(year, half === "上" ? 1 : 2, 6);
    },
  ],
  [
    `(?:${WHEN}\\s?)?(?<!前)第?(?<q>[一二三四1-4])季度`,
    ({ when, q }, published) => {
      const year = yearOf(when ?? "今年", published);
      return year === null ? null : partOfYear(year, digitsOf(q), 3);
    },
  ],
  [
    `(?:${WHEN}\\s?)?前(?<n>[一二两三四五六七八九十]{1,2}|\\d{1,2})个?(?<unit>月|季度)`,
    ({ when, n, unit }, published) => {
      const year = yearOf(when ?? "今年", published);
      return year === null ? null : monthsOf(year, 1, digitsOf(n) * (unit === "季度" ? 3 : 1));
    },
  ],
  // 2018、2019和2020年; 一、二季度
  [`(?<y>${YEAR})(?=(?:、${YEAR}){0,9}[、和与及]${YEAR}\\s?年)`, ({ y }) => years(digitsOf(y))],
  [
    `(?:${WHEN}\\s?)?(?<![前\\d])第?(?<q>[一二三四1-4])(?=(?:、第?[一二三四1-4]){0,2}[、和与及]第?[一二三四1-4]季度)`,
    ({ when, q }, published) => {
      const year = yearOf(when ?? "今年", published);
      return year === null ? null : partOfYear(year, digitsOf(q), 3);
    },
  ],
  [
    `(?:近|过去|最近|前)\\s?${N}\\s?年(?:来|间|里|中)?`,
    ({ n }, published) => (published === null ? null : years(published.year - digitsOf(n), published.year)),
  ],
  [
    `(?:近|过去|最近)\\s?${N}\\s?个月(?:来|间|里)?`,
    ({ n }, published) => {
      if (published?.month == null) return null;
      const from = published.year * 12 + published.month - 1 - digitsOf(n);
      return [monthsOf(Math.floor(from / 12), (from % 12) + 1)[0], monthsOf(published.year, published.month)[1]];
    },
  ],
  [
    `(?<![每\\d])(?<n>[一二两三四五六七八九十]{1,2}|\\d{1,2})\\s?年(?:以?来|间(?!隔|歇))`,
    ({ n }, published) => (published === null ? null : years(published.year - digitsOf(n), published.year)),
  ],
  [
    "(?<which>上个?|本|当)月(?<end>底|末)?(?!球)",
    ({ which, end }, published) => {
      if (published?.month == null) return null;
      const month = published.year * 12 + published.month - (which?.startsWith("上") ? 2 : 1);
      const [year, of] = [Math.floor(month / 12), (month % 12) + 1];
      return end === undefined ? monthsOf(year, of) : lastDayOf(year, of);
    },
  ],
  // Years of a reign or a republic: 民國107年, 平成30年.
  [
    "(?<era>民[國国]|平成|令和|昭和)\\s?(?<n>\\d{1,3}|元)\\s?年",
    ({ era = "", n }) => years((ERAS[era] ?? 0) + (n === "元" ? 1 : Number(n))),
  ],
  // 十三五期间
  [
    '[“"「]?十(?<n>[一二三四五])五[”"」]?(?:规划)?(?:期间|时期|以来)',
    ({ n }) => years(FIRST_PLAN + (digitsOf(n) - 1) * 5, FIRST_PLAN + (digitsOf(n) - 1) * 5 + 4),
  ],
  [
    WHEN,
    ({ when }, published) => {
      const year = yearOf(when, published);
      return year === null ? null : years(year);
    },
  ],
  [
    "(?<![\\d年])(?<m>\\d{1,2})\\s?月\\s?(?<d>\\d{1,2})\\s?日",
    ({ m, d }, published) => (published === null ? null : dayOf(published.year, Number(m), Number(d))),
  ],
  [
    "(?<![\\d年个])(?<m>\\d{1,2})\\s?月(?:份|(?<end>底|末))?",
    ({ m, end }, published) => {
      if (published === null) return null;
      return end === undefined ? monthsOf(published.year, Number(m)) : lastDayOf(published.year, Number(m));
    },
  ],
];

const COMPILED = WAYS.map(([source, read]) => ({ pattern: new RegExp(source, "gu"), read }));

/** Times that a Chinese sentence names, in order of place. */
export function timesZh(text: string, published: Published | null): readonly FoundTime[] {
  const named: NamedTime[] = [];
  for (const { pattern, read } of COMPILED) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (named.some((other) => start < other.end && end > other.start)) continue;
      const before = text.slice(Math.max(0, start - 6), start);
      const after = text.slice(end, end + 6);
      const span = read(match.groups ?? {}, published);
      named.push({
        start,
        end,
        said: match[0],
        time: timed(span, before, after, match[0], published),
        readAt: (date) => timed(read(match.groups ?? {}, date), before, after, match[0], date),
        isBase: /(?:比|较|相比)\s?$/.test(before),
        isAside:
          /^\s?(?:成立|建成|开业|创立|创办|出生|颁布|修订)的/.test(after) ||
          isCompared(before, after) ||
          isWired(after),
      });
    }
  }
  const found = withYearsBeside(
    text,
    named.sort((a, b) => a.start - b.start),
  );
  return [...found, ...sameYears(text, found)].sort((a, b) => a.start - b.start);
}

/** 是2015年的2.4倍, 与2016年相比: what a figure is compared with is no time of any. */
function isCompared(before: string, after: string): boolean {
  return (
    (/(?:是|为|相当于|达到?|约[为是]?|不[到足及]|超过|接近|将近)\s?$/.test(before) &&
      /^\s?(?:同期)?的\s?[\d一二两三四五六七八九十]/.test(after)) ||
    (/[与和同跟]\s?$/.test(before) && /^\s?(?:同期)?(?:相比|比较|比)/.test(after))
  );
}

/** 2月9日电, 2月9日报道: when a report was written. */
function isWired(after: string): boolean {
  return /^\s?(?:电(?![力站价网商子视器话])|讯(?!号)|消息|报道)/.test(after);
}

/** 当年, 同年 and 次年 tell their year by the one named before them. */
function sameYears(text: string, found: readonly FoundTime[]): FoundTime[] {
  return [...text.matchAll(/[当同次翌]年(?![人轻龄级])/gu)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const named = found.findLast((other) => other.end <= start)?.time;
    if (named == null || found.some((other) => start < other.end && end > other.start)) return [];
    const year = Number(named.end.slice(0, 4)) + (/^[次翌]/.test(match[0]) ? 1 : 0);
    const [from, to] = years(year);
    return [{ start, end, time: { kind: "during", start: from, end: to }, isBase: false, isAside: false }];
  });
}

function timed(span: Span, before: string, after: string, said: string, published: Published | null): ReadTime | null {
  if (span === null) return null;
  const [start, end] = span;
  if (/^\s?(?:年)?以来/.test(after) && published !== null)
    return { kind: "during", start, end: String(published.year) };
  const isMoment =
    /(?:截至|截止到?|(?<![升增降减长高大少加短涨跌扩缩])[到至])\s?$/.test(before) || /[底末]$/.test(said);
  return { kind: isMoment ? "as_of" : "during", start, end };
}

function yearOf(text: string | undefined, published: Published | null): number | null {
  if (text === undefined) return null;
  const written = /^[\d零〇一二三四五六七八九]{4}/.exec(text)?.[0];
  if (written !== undefined) return digitsOf(written);
  if (published === null) return null;
  if (/[去上]年/.test(text)) return published.year - 1;
  if (text === "前年") return published.year - 2;
  if (text === "后年") return published.year + 2;
  return text === "明年" ? published.year + 1 : published.year;
}

function digitsOf(text: string | undefined): number {
  if (text === undefined) return 0;
  return /^\d/.test(text) ? Number(text) : Number(numeralDigits(text) ?? "0");
}
