import type { Wording } from "@/lib/figures/figure";

/** A word that stands before or after a number and means a wording. */
export interface WordingWord {
  readonly wording: Wording;
  readonly pattern: RegExp;
}

/** English before a number, at the end of what precedes it; longer ways of saying come first ("no more than" before "more than"). */
export const BEFORE_EN: readonly WordingWord[] = [
  { wording: "up_to", pattern: /\b(?:up to|as many as|as much as|no more than|not more than|at most|a maximum of)$/i },
  {
    wording: "at_least",
    pattern: /\b(?:at least|no fewer than|no less than|not less than|a minimum of|as few as)$/i,
  },
  {
    wording: "nearly",
    pattern: /\b(?:nearly|almost|close to|just under|just below|approaching|not quite|just short of)$/i,
  },
  { wording: "less_than", pattern: /(?:\b(?:less than|fewer than|lower than|under|below)|<)$/i },
  {
    wording: "more_than",
    pattern:
      /(?:\b(?:more than|greater than|over|above|upwards of|in excess of|north of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops)|>)$/i,
  },
  {
    wording: "about",
    pattern:
      /(?:\b(?:about|some|around|roughly|approximately|approx\.?|an estimated|estimated|circa|ca\.?|or so)|[~≈])$/i,
  },
  { wording: "at_least", pattern: /≥$/ },
  { wording: "up_to", pattern: /≤$/ },
];

/** English right after a number: "9,500+", "9,500 or more". */
export const AFTER_EN: readonly WordingWord[] = [
  { wording: "at_least", pattern: /^(?:\+|-?plus\b|\s*or (?:more|above|higher)\b)/i },
  { wording: "up_to", pattern: /^\s*or (?:less|fewer|below)\b/i },
  { wording: "about", pattern: /^\s*or so\b/i },
];

/** Chinese before a number. */
export const BEFORE_ZH: readonly WordingWord[] = [
  { wording: "up_to", pattern: /(?:不超过|不多于|最多|至多|高达|多达)$/ },
  { wording: "at_least", pattern: /(?:不少于|不低于|至少|最少)$/ },
  { wording: "less_than", pattern: /(?:不到|不足|低于|少于|小于)$/ },
  { wording: "more_than", pattern: /(?:超过|超出|超|逾|突破|高于|多于|大于|超越)$/ },
  { wording: "nearly", pattern: /(?:接近|将近|近|几乎)$/ },
  { wording: "about", pattern: /(?:大约|约为|约|大概|左右)$/ },
];

/** Chinese right after a number and its scale: 9500余家, 20多万, 100万以上. */
export const AFTER_ZH: readonly WordingWord[] = [
  { wording: "more_than", pattern: /^[余多]/ },
  { wording: "at_least", pattern: /^.{0,4}?(?:以上|及以上)/ },
  { wording: "up_to", pattern: /^.{0,4}?(?:以下|以内)/ },
  { wording: "about", pattern: /^.{0,4}?(?:左右|上下)/ },
];

/** Powers of ten that English words stand for. */
export const SCALES_EN: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  k: 3,
  million: 6,
  mln: 6,
  mn: 6,
  m: 6,
  billion: 9,
  bln: 9,
  bn: 9,
  trillion: 12,
  tn: 12,
  lakh: 5,
  lakhs: 5,
  crore: 7,
  crores: 7,
  "lakh crore": 12,
};

/** Powers of ten that Chinese characters stand for. */
export const SCALES_ZH: Readonly<Record<string, number>> = {
  万亿: 12,
  千亿: 11,
  百亿: 10,
  亿: 8,
  千万: 7,
  百万: 6,
  万: 4,
  億: 8,
  萬: 4,
  兆: 12,
  千: 3,
  百: 2,
};

/** Ways of writing a currency, each with its ISO 4217 code. A bare ¥ is left out: it is yuan or yen. */
export const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ["CNY", /^(?:yuan|renminbi|rmb|cny|元|人民币)/i],
  ["USD", /^(?:us\$|us dollars?|u\.s\. dollars?|american dollars?|usd|dollars?|\$|美元)/i],
  ["EUR", /^(?:euros?\b|eur\b|€|欧元)/i],
  ["GBP", /^(?:pounds?\b|gbp\b|£|英镑)/i],
  ["JPY", /^(?:yen\b|jpy\b|日元)/i],
  ["KRW", /^(?:won\b|krw\b|₩|韩元)/i],
  ["INR", /^(?:rupees?\b|inr\b|₹|rs\b\.?|卢比)/i],
  ["ILS", /^(?:shekels?\b|ils\b|nis\b|₪)/i],
  ["BRL", /^(?:reais\b|real\b|brl\b|r\$)/i],
];

/** Numbers that English writes as words. */
export const NUMBER_WORDS: readonly string[] = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** Chinese digits, by value; 两 is two before a measure. */
export const DIGITS_ZH: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
