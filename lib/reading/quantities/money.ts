import { ANY_CURRENCY, CURRENCIES, CURRENCY_LETTERS, CURRENCY_SIGNS } from "@/lib/reading/quantities/currencies";

/** A currency beside a number: its ISO 4217 code, and how many characters of the text it takes. */
export interface FoundCurrency {
  readonly code: string | null;
  readonly length: number;
  /** Why the code is not known, or not sure; null when it is. */
  readonly doubt: string | null;
  /** Set for 元 alone, which a name of the currency before the number says more of. */
  readonly isBare: boolean;
}

/** Whose money a bare ¥ is. */
export type YenOrYuan = "CNY" | "JPY" | null;

const SIGN = new RegExp(
  `(?<![A-Za-z])(${CURRENCY_SIGNS.map(([sign]) => sign.replace(/[$.]/g, "\\$&")).join("|")}|[¥￥])\\s?$`,
);
const YEN =
  /\byen\b|\bJapan(?:ese)?\b|\b(?:Tokyo|Osaka|Kyoto|Nagoya|Hokkaido|Yokohama|Fukuoka)\b|日元|日本|円|[ぁ-んァ-ヶ]/i;
const YUAN =
  /\byuan\b|\bRMB\b|\brenminbi\b|\bCNY\b|\bChin(?:a|ese)\b|\bBeijing\b|\bShanghai\b|\bShenzhen\b|\bGuizhou\b|人民币|元/i;

/** Whose ¥ it is where this text stands; null where nothing tells. */
export function yenOrYuan(text: string): YenOrYuan {
  if (YEN.test(text)) return YUAN.test(text) ? null : "JPY";
  return YUAN.test(text) || /[\u4e00-\u9fff]/.test(text) ? "CNY" : null;
}

/** Whose money a text means by the signs that several countries have. */
export interface MoneyOfText {
  readonly yen: YenOrYuan;
  /** Whose 元 it is; null where a text in traditional characters does not tell. */
  readonly yuan: "CNY" | "TWD" | "HKD" | null;
  /** Why "Rs" may not be Indian; null where nothing says so. */
  readonly rupee: string | null;
}

const TRADITIONAL = /[億萬這們國與為個時會對發開關產業電機場縣灣幣實際點經濟達來說過還進選聯]/g;
const SIMPLIFIED = /[亿万这们国与为个时会对发开关产业电机场县湾币实际点经济达来说过还进选联]/g;
const TAIWAN = /[台臺](?:灣|北|中市|南市|積電|股|商)|新[台臺]幣|NT\$|高雄|新竹|桃園|民國/;
const HONG_KONG = /港[元幣股]|HK\$|香港|恒生/;
const OTHER_RUPEES = /\b(?:Pakistan|Karachi|Lahore|Islamabad|Sri Lanka|Colombo|Nepal|Kathmandu|Mauritius|Seychelles)/;

/** Whose money an unfolded text means; the sentence's own words come first for ¥. */
export function moneyOf(text: string): MoneyOfText {
  return { yen: yenOrYuan(text), yuan: yuanOf(text), rupee: rupeeDoubt(text) };
}

function yuanOf(text: string): MoneyOfText["yuan"] {
  const isTraditional =
    !/[ぁ-んァ-ヶ]/.test(text) && (text.match(TRADITIONAL)?.length ?? 0) > (text.match(SIMPLIFIED)?.length ?? 0);
  if (!isTraditional) return "CNY";
  const [isTaiwan, isHongKong] = [TAIWAN.test(text), HONG_KONG.test(text)];
  return isTaiwan === isHongKong ? null : isTaiwan ? "TWD" : "HKD";
}

function rupeeDoubt(text: string): string | null {
  const place = /\bIndian?\b/.test(text) ? undefined : OTHER_RUPEES.exec(text)?.[0];
  return place === undefined ? null : `The text names ${place}: say whose rupees they are.`;
}

/** The currency sign or code at the end of what precedes a number; null without one. "N" and "R" are one before an amount only. */
export function currencyBefore(before: string, bare: YenOrYuan): FoundCurrency | null {
  if (!MAY_BE_SIGN.test(before.slice(-2))) return null;
  const match = SIGN.exec(before.slice(-8));
  if (match === null) return letterBefore(before);
  const [whole, sign = ""] = match;
  const code = CURRENCY_SIGNS.find(([written]) => written === sign)?.[1] ?? bare;
  return {
    code,
    length: whole.length,
    doubt: code === null ? "¥ may be yuan or yen: say which." : null,
    isBare: false,
  };
}

/** What a sign or a code ends in. */
const MAY_BE_SIGN = /[A-Za-z.¢￥币元金\p{Sc}]\s?$/u;
const LETTER = new RegExp(`(?<![\\p{L}\\d])([${Object.keys(CURRENCY_LETTERS).join("")}])$`, "u");

function letterBefore(before: string): FoundCurrency | null {
  const letter = LETTER.exec(before)?.[1];
  if (letter === undefined) return null;
  return { code: CURRENCY_LETTERS[letter] ?? null, length: 1, doubt: null, isBare: false };
}

/** The currency right after a number ("yuan", 亿元's 元), with the space or hyphen before it; null without one. */
export function currencyAfter(after: string, money: MoneyOfText | null = null): FoundCurrency | null {
  const gap = /^(?:\s{1,2}|-)?/.exec(after)?.[0].length ?? 0;
  const text = after.slice(gap, gap + 30).replace(/^(?:de |d['’]|di |of |in )/i, "");
  const lead = after.slice(gap, gap + 30).length - text.length;
  if (!ANY_CURRENCY.test(text)) return null;
  for (const [code, pattern] of CURRENCIES) {
    const match = pattern.exec(text);
    // "Two $5 bills": the sign belongs to the number behind it.
    if (match && /^\p{Sc}\s?\d/u.test(text.slice(match[0].length - 1))) continue;
    if (match) return { ...named(code, match[0], money), length: gap + lead + match[0].length };
  }
  return null;
}

/** A currency by its word: 元 alone is whose the text says. */
function named(code: string, word: string, money: MoneyOfText | null): Omit<FoundCurrency, "length"> {
  if (word !== "元") return { code, doubt: code === "INR" ? (money?.rupee ?? null) : null, isBare: false };
  if (money === null || money.yuan === "CNY") return { code, doubt: null, isBare: true };
  const doubt =
    money.yuan === null
      ? "元 may be yuan, or dollars of Taiwan or Hong Kong: say which."
      : `元 is read as ${money.yuan} by the rest of the text: say if it is not.`;
  return { code: money.yuan, doubt, isBare: true };
}

/** What one unit of the second currency may cost in the first, widely; between other pairs nothing is said. */
const RATES: Readonly<Record<string, readonly [number, number]>> = {
  "CNY/USD": [5, 10],
  "HKD/USD": [7, 8.5],
  "JPY/USD": [70, 300],
  "INR/USD": [30, 120],
  "KRW/USD": [700, 1800],
  "EUR/USD": [0.6, 1.4],
  "GBP/USD": [0.4, 1],
  "BRL/USD": [1, 8],
  "ILS/USD": [2.5, 5.5],
  "CNY/EUR": [6, 12],
  "JPY/CNY": [9, 30],
};

/** Why an amount and its conversion cannot both be right (万 taken for million); null when they may be. */
export function slipBetween(amount: string, code: string, other: string, otherCode: string): string | null {
  if (code === otherCode) {
    return Number(amount) === Number(other)
      ? null
      : "The amount is said twice and differs: perhaps 万 was taken for million.";
  }
  const [there, back] = [RATES[`${code}/${otherCode}`], RATES[`${otherCode}/${code}`]];
  const [bounds, rate] =
    there !== undefined
      ? [there, Math.abs(Number(amount) / Number(other))]
      : [back, Math.abs(Number(other) / Number(amount))];
  if (bounds === undefined || !Number.isFinite(rate) || rate === 0) return null;
  if (rate >= bounds[0] && rate <= bounds[1]) return null;
  return `The amount and its conversion do not go together (one is ${plainRate(rate)} of the other): perhaps 万 was taken for million.`;
}

function plainRate(rate: number): string {
  return rate >= 1 ? rate.toFixed(1) : rate.toPrecision(2);
}
