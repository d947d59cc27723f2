import { CURRENCIES, CURRENCY_SIGNS } from "@/lib/reading/words";

/** A currency beside a number: its ISO 4217 code, and how many characters of the text it takes. */
export interface FoundCurrency {
  readonly code: string | null;
  readonly length: number;
  /** Why the code is not known; null when it is. */
  readonly doubt: string | null;
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

/** The currency sign or code at the end of what precedes a number; null without one. */
export function currencyBefore(before: string, bare: YenOrYuan): FoundCurrency | null {
  const match = SIGN.exec(before.slice(-8));
  if (match === null) return null;
  const [whole, sign = ""] = match;
  const code = CURRENCY_SIGNS.find(([written]) => written === sign)?.[1] ?? bare;
  return { code, length: whole.length, doubt: code === null ? "¥ may be yuan or yen: say which." : null };
}

/** The currency right after a number ("yuan", 亿元's 元), with the space or hyphen before it; null without one. */
export function currencyAfter(after: string): FoundCurrency | null {
  const gap = /^(?:\s{1,2}|-)?/.exec(after)?.[0].length ?? 0;
  const text = after.slice(gap, gap + 24).replace(/^(?:de |d'|of )/i, "");
  const lead = after.slice(gap, gap + 24).length - text.length;
  for (const [code, pattern] of CURRENCIES) {
    const match = pattern.exec(text);
    // "Two $5 bills": the sign belongs to the number behind it.
    if (match && /^\p{Sc}\s?\d/u.test(text.slice(match[0].length - 1))) continue;
    if (match) return { code, length: gap + lead + match[0].length, doubt: null };
  }
  return null;
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
    there !== undefined ? [there, Number(amount) / Number(other)] : [back, Number(other) / Number(amount)];
  if (bounds === undefined || !Number.isFinite(rate) || rate === 0) return null;
  if (rate >= bounds[0] && rate <= bounds[1]) return null;
  return `The amount and its conversion do not go together (one is ${plainRate(rate)} of the other): perhaps 万 was taken for million.`;
}

function plainRate(rate: number): string {
  return rate >= 1 ? rate.toFixed(1) : rate.toPrecision(2);
}
