import { timesTen } from "@/lib/numbers/decimal";
import { CLASSIFIERS_ZH, UNITS_ZH } from "@/lib/reading/chinese/classifiers";
import { numeralDigits, shortened } from "@/lib/reading/chinese/numerals";
import { type FoundNumber, foundNumber, PERCENT } from "@/lib/reading/quantities/found-number";
import { DIGITS_ZH, SCALES_ZH } from "@/lib/reading/quantities/wording-words";
import { plainDigits } from "@/lib/reading/quantities/written-digits";

const SCALE = "万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|兆(?![瓦赫帕字比])|千(?![瓦米克卡伏赫帕焦])|百(?![帕])";
const NUMERAL = "[零〇一二两三四五六七八九十百千万亿兆]";
/** Digits, in groups by commas or, as printed books have it, by spaces: 3 000. */
const DIGITS =
  "\\d{1,3}(?: \\d{3}){1,4}(?![\\d,.%]| \\d)|\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,9})?|\\d{1,15}(?:\\.\\d{1,9})?";
/** What may follow a number in characters that has no scale: a measure, a unit, money. */
const AFTER_NUMERAL = new RegExp(`^(?:${CLASSIFIERS_ZH}|${UNITS_ZH}|[美欧日港澳加韩新]?元|个百分点|多|余)`);

const WRITTEN = new RegExp(
  `(?<![A-Za-z\\d]|\\d[.,]|[A-Za-z]-)(?:${DIGITS})(?:\\s?(?:个(?=亿)|([多余]?))(${SCALE})(?:[\\s零]?\\d{1,4}\\s?(${SCALE}))?)`,
  "gu",
);

/** Every Chinese number of a sentence that needs its characters to be read: 1.2万亿, 三千六百多, 两成, 百分之二十, 三分之二, 第三. Plain digits are read as English ones are. */
export function numbersZh(text: string): readonly FoundNumber[] {
  return [
    ...rounded(text),
    ...percents(text),
    ...tenths(text),
    ...fractions(text),
    ...ranks(text),
    ...orders(text),
    ...scaled(text),
    ...spaced(text),
    ...shortWan(text),
    ...decimals(text),
    ...neighbours(text),
    ...numerals(text),
  ];
}

/** A word for more within a number or right behind its digits: 二十多万, 2000余. */
function rounded(text: string): FoundNumber[] {
  return [...text.matchAll(ROUNDED)].flatMap((match) => {
    const [whole, written = "", scale] = match;
    const small = /^\d.*([十百千])$/.exec(written)?.[1];
    const plain = /^\d/.test(written)
      ? plainDigits(written.replace(/[ 十百千]/g, ""), "zh", true).digits
      : numeralDigits(written);
    if (plain === null) return [];
    const power = (SCALES_ZH[scale ?? ""] ?? 0) + (small === undefined ? 0 : (SCALES_ZH[small] ?? 1));
    const end = match.index + whole.length;
    return [
      foundNumber({
        start: match.index,
        end,
        digits: timesTen(plain, power),
        written,
        power,
        multiplier: scale ?? null,
        isMore: true,
      }),
    ];
  });
}

function scaled(text: string): FoundNumber[] {
  return [...text.matchAll(WRITTEN)].flatMap((match) => {
    const [whole, more = "", scale = "", lower] = match;
    const written = /^[\d,. ]*\d/.exec(whole)?.[0].replaceAll(" ", "") ?? "";
    const power = SCALES_ZH[scale] ?? 0;
    const plain = plainDigits(written, "zh", true);
    if (plain.digits === null) return [];
    let digits = timesTen(plain.digits, power);
    const tail = lower === undefined ? null : /(\d{1,4})\s?\D{1,2}$/.exec(whole)?.[1];
    if (lower !== undefined && tail != null) {
      digits = joined(plain.digits, power, tail, lower);
    }
    const parts = { written, power, multiplier: scale, isMore: more !== "" };
    return [found(text, match.index, match.index + whole.length, digits, parts)];
  });
}

/** Both parts of 1亿5千万 and of 1万5千亿, where the larger scale counts what stands before it as a whole. */
function joined(head: string, power: number, tail: string, lower: string): string {
  const own = SCALES_ZH[lower] ?? 0;
  const shared = own > power ? (SCALES_ZH[lower.slice(-1)] ?? 0) : 0;
  return timesTen(String(Number(timesTen(head, power)) + Number(timesTen(tail, own - shared))), shared);
}

/** 2.5w人, 10W+: short for 万, where it is no watt. */
function shortWan(text: string): FoundNumber[] {
  return [...text.matchAll(/(?<!\p{Script=Latin}|\d|\d[.,])(\d{1,4}(?:\.\d{1,2})?)[wW](?=\+|\p{Script=Han})/gu)].map(
    (match) => {
      const [whole, written = ""] = match;
      return found(text, match.index, match.index + whole.length, timesTen(written, 4), {
        written,
        power: 4,
        multiplier: "w",
        doubt: "“w” behind it may be 万 or watt: say which.",
      });
    },
  );
}

/** Digits in groups by spaces: 3 000. */
function spaced(text: string): FoundNumber[] {
  return [...text.matchAll(/(?<!\p{Script=Latin}|\d|\d[., ])[1-9]\d{0,2}(?: \d{3}){1,4}(?![\d,.%]| \d)/gu)].map(
    ({ index, 0: written }) => found(text, index, index + written.length, written.replaceAll(" ", ""), { written }),
  );
}

/** What makes 余 the beginning of a name or of another word: 余姚, 余额. */
const NAME_OF_YU = "[姚杭干江庆额款热下地粮生温]";
const ROUNDED = new RegExp(
  `(?<![A-Za-z\\d.第])((?:${DIGITS})[十百千]?|${NUMERAL}{1,8})\\s?(?:多|余(?!${NAME_OF_YU}))(?!次|年前|种)(${SCALE})?(?=\\s?\\p{Script=Han})`,
  "gu",
);

const NUMERALS = new RegExp(`${NUMERAL}{1,12}`, "gu");
/** Characters that make a numeral part of a word: 第一, 统一, 其三, 三甲. */
const JOINED_BEFORE = /[第初统专唯单同万之其周星期礼拜十每某另任这那进不逐合划]$/u;

function numerals(text: string): FoundNumber[] {
  return [...text.matchAll(NUMERALS)].flatMap((match) => {
    const [written] = match;
    const [start, end] = [match.index, match.index + written.length];
    const before = text.slice(Math.max(0, start - 1), start);
    const after = text.slice(end, end + 5);
    if (/[\d.]$/.test(before) || /^[成分]|^[月日号点](?!半)/.test(after)) return [];
    if (after.startsWith("年") && !/连续$/.test(text.slice(Math.max(0, start - 2), start))) return [];
    const isScaled = /[百千万亿兆]/.test(written) && written.length > 1;
    // 三四个 and 五六家 are no 34 and no 56.
    if (/^[一二两三四五六七八九]{2,3}$/.test(written)) return [];
    if (JOINED_BEFORE.test(before) && !isScaled) return [];
    if (before === "第") return [];
    const digits = numeralDigits(written);
    // "One of something" is no figure, but 一倍 is.
    if (digits === null || digits === "0" || (digits === "1" && !/^倍/.test(after))) return [];
    const isBareScale = /^[百千万亿]$/.test(written);
    if (isBareScale && !/[近逾超过约破足到]$/.test(before)) return [];
    if (!AFTER_NUMERAL.test(after) && !(isScaled && !/^[百千万][一-龥]?/.test(written))) return [];
    const short = shortened(written);
    return [
      found(text, start, end, after.startsWith("倍半") ? `${digits}.5` : (short?.digits ?? digits), {
        written,
        isSmallWord: Number(digits) <= 10,
        doubt: short?.doubt ?? null,
      }),
    ];
  });
}

const FRACTION = "点([零〇一二三四五六七八九]{1,6})";
const DECIMAL = new RegExp(`(${NUMERAL}{1,8})${FRACTION}(${SCALE})?`, "gu");

/** 零点六, 三点五亿: only where a scale, a measure or a unit follows, as 三点二十 is a time of day. */
function decimals(text: string): FoundNumber[] {
  return [...text.matchAll(DECIMAL)].flatMap((match) => {
    const [written, whole = "", fraction = "", scale] = match;
    const [start, end] = [match.index, match.index + written.length];
    const digits = numeralDigits(whole);
    const after = text.slice(end, end + 5);
    const isAmount = scale !== undefined || (AFTER_NUMERAL.test(after) && !/^分(?!钟)/.test(after));
    if (digits === null || !isAmount || /[第之]$/.test(text.slice(Math.max(0, start - 1), start))) return [];
    const power = scale === undefined ? 0 : (SCALES_ZH[scale] ?? 0);
    const tail = [...fraction].map((digit) => DIGITS_ZH[digit] ?? 0).join("");
    return [
      found(text, start, end, timesTen(`${digits}.${tail}`, power), { written, power, multiplier: scale ?? null }),
    ];
  });
}

const NEIGHBOURS =
  /(?<![第零〇一二两三四五六七八九十百千万亿点.\d])(十)?([一二两三四五六七八])([二三四五六七八九])([十百千万亿]{1,2})?(?![零〇一二三四五六七八九])/gu;

/** 三四百, 二三十, 十七八: two digits that follow each other are the ends of a range. */
function neighbours(text: string): FoundNumber[] {
  return [...text.matchAll(NEIGHBOURS)].flatMap((match) => {
    const [written, ten, first = "", second = "", scale] = match;
    const [low, high] = [DIGITS_ZH[first] ?? 0, DIGITS_ZH[second] ?? 0];
    const [start, end] = [match.index, match.index + written.length];
    const isTenths =
      scale === undefined && ten === undefined && /^成(?![为立员功本果分长都绩效])/.test(text.slice(end, end + 2));
    const isLoose = low === 3 && high === 5 && ten === undefined && !isTenths;
    if (high !== low + 1 && !isLoose) return [];
    if (!isTenths && !AFTER_NUMERAL.test(text.slice(end, end + 5))) return [];
    const side = (digit: number) =>
      isTenths ? String(digit * 10) : (numeralDigits(`${ten ?? ""}${DIGIT_MARKS[digit]}${scale ?? ""}`) ?? "0");
    return [
      foundNumber({
        start,
        end: end + (isTenths ? 1 : 0),
        digits: side(low),
        digitsHigh: side(high),
        written,
        unit: isTenths ? PERCENT : null,
        isSmallWord: scale === undefined && ten === undefined && !isTenths,
        doubt: isLoose ? `${first}${second} is read as three to five: say if 35 is meant.` : null,
      }),
    ];
  });
}

const DIGIT_MARKS = "零一二三四五六七八九";

/** A number with the words for more that may follow it: 2000余名, 三千六百多位. */
function found(text: string, start: number, end: number, digits: string, parts: Partial<FoundNumber>): FoundNumber {
  const more = /^\s?[多余](?!年前|次)/u.exec(text.slice(end, end + 2))?.[0] ?? "";
  return foundNumber({
    written: text.slice(start, end),
    ...parts,
    start,
    end: end + more.length,
    digits,
    isMore: parts.isMore === true || more !== "",
  });
}

function percents(text: string): FoundNumber[] {
  return [
    ...text.matchAll(
      /(?:百|千)分之(负?)([零〇一二两三四五六七八九十百]{1,6}|\d{1,3}(?:\.\d{1,4})?)(?:点([零一二三四五六七八九]{1,4}))?/gu,
    ),
  ].flatMap((match) => {
    const [whole, minus = "", written = "", fraction] = match;
    const digits = /^\d/.test(written) ? written : numeralDigits(written);
    if (digits === null) return [];
    const tail = fraction === undefined ? "" : `.${[...fraction].map((digit) => DIGITS_ZH[digit] ?? 0).join("")}`;
    const percent = whole.startsWith("千") ? String(Number(digits + tail) / 10) : digits + tail;
    const signed = minus === "" ? percent : `-${percent}`;
    return [found(text, match.index, match.index + whole.length, signed, { unit: PERCENT, written: whole })];
  });
}

function tenths(text: string): FoundNumber[] {
  return [
    ...text.matchAll(
      /(?<![构组完形变]|第)([一二两三四五六七八九]|(?<!\d|\d[.,])\d(?:\.\d)?)(?:成(半|[一二三四五六七八九]|\d(?![\d.,%]|(?!的)\p{Script=Han}))?(?![为立员功本果分长都绩效])|割(?:(\d)分)?(?![草裂让据断肉席舍]))/gu,
    ),
  ].map((match) => {
    const [whole, tens = "", ones, parts] = match;
    const value = timesTen(String(DIGITS_ZH[tens] ?? tens), 1);
    const rest = ones === "半" ? 5 : (DIGITS_ZH[ones ?? ""] ?? Number(ones ?? parts ?? 0));
    const digits = rest === 0 ? value : String(Number(value) + rest);
    return found(text, match.index, match.index + whole.length, digits, { unit: PERCENT, written: whole });
  });
}

/** 一半, 半数, 过半; half a year and half an hour are none. */
const HALVES = /(?<!大)一半|(?<!大)半数|(?<=[近过超逾])半(?![年个小天月世夜山途径导])数?/gu;

const FRACTIONS =
  /([二三四五六七八九十]|\d{1,2})分之([一二两三四五六七八九]|\d{1,2})|(?<=[近约逾超过占的]\s?)\d{1,2}\/\d{1,2}(?![\d/])|(?<![\d/])\d{1,2}\/\d{1,2}(?=\s?的)/gu;

function fractions(text: string): FoundNumber[] {
  const parts = [...text.matchAll(FRACTIONS)].flatMap((match) => {
    const whole = match[0];
    const [lower = "", upper = ""] = whole.includes("/") ? whole.split("/").reverse() : [match[1], match[2]];
    const [bottom, top] = [lower, upper].map((side) => Number(/^\d/.test(side) ? side : numeralDigits(side)));
    if (bottom === undefined || top === undefined || top >= bottom) return [];
    const share = (top / bottom) * 100;
    const isEven = Number.isInteger(Math.round(share * 1e9) / 1e7);
    const digits = isEven ? String(Math.round(share * 100) / 100) : share.toFixed(1);
    const doubt = isEven ? null : `${whole} has no last digit: it is given to one place.`;
    return [found(text, match.index, match.index + whole.length, digits, { unit: PERCENT, isRough: !isEven, doubt })];
  });
  const halves = [...text.matchAll(HALVES)].map((match) =>
    found(text, match.index, match.index + match[0].length, "50", { unit: PERCENT }),
  );
  return [...parts, ...halves];
}

const RANKS =
  /(?:排名|排在|排行|排|位居|位列|名列|跃居|稳居|高居|[居列])(?:\p{Script=Han}{0,8}?)第\s?([一二三四五六七八九十]{1,3}|\d{1,3})(?!季度|产业|年|代|届)\s?[位名]?/gu;

function ranks(text: string): FoundNumber[] {
  return [...text.matchAll(RANKS)].flatMap((match) => {
    const [whole, written = ""] = match;
    const digits = /^\d/.test(written) ? written : numeralDigits(written);
    const unit = { kind: "place", text: "place" } as const;
    return digits === null
      ? []
      : [foundNumber({ start: match.index, end: match.index + whole.length, digits, written, unit })];
  });
}

const ORDERS = new RegExp(
  `(?:成千上万|[一二三四五六七八九]?[十百]几[百千万亿]{1,2}|数以[十百千万亿]{1,2}计|数[十百千万亿]{1,2}|几[十百千万亿]{1,2}|上[百千万亿]{1,2}|[一二三四五六七八九]?[十百千]几|几)(?=${CLASSIFIERS_ZH}|${UNITS_ZH}|的|[美欧日港澳加韩新]?元|年来)`,
  "gu",
);

function orders(text: string): FoundNumber[] {
  return [...text.matchAll(ORDERS)].flatMap((match) => {
    const [written] = match;
    if (/年来/.test(text.slice(match.index + written.length, match.index + written.length + 2)) || /^几$/.test(written))
      return [];
    return [
      foundNumber({ start: match.index, end: match.index + written.length, digits: null, written, isOrder: true }),
    ];
  });
}
