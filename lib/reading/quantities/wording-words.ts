import type { Wording } from "@/lib/figures/figure";

/** A word that stands before or after a number and means a wording. */
export interface WordingWord {
  readonly wording: Wording;
  readonly pattern: RegExp;
}

/** "Hardly more than" may be less. */
const HARDLY =
  /\b(?:(?:hardly|barely|scarcely|little|not (?:much|many)) (?:more than|higher than|larger than|over|above)|(?:hardly|scarcely) (?:exceed|reach|top)\w*|hardly|barely|scarcely)$/i;
/** What denies the verb behind it: "has yet to reach", "did not exceed", "failed to reach". */
const NOT =
  "\\b(?:yet to|fail(?:s|ed|ing)? to|(?:has|have|had|did|do|does|will|would|could|can|may|might)(?: not|n't)(?: yet| even| quite)?|(?:cannot|can't|won't|never|not yet)(?: yet| even)?) ";

/** Whether a wording is one that may stand for less as well as for more. */
export function isHardly(words: string): boolean {
  return HARDLY.test(words.trimEnd());
}

/** English before a number, at the end of what precedes it; longer ways of saying come first ("no more than" before "more than"). */
export const BEFORE_EN: readonly WordingWord[] = [
  { wording: "about", pattern: HARDLY },
  {
    wording: "up_to",
    pattern: new RegExp(
      `${NOT}(?:exceed(?:ed)?|surpass(?:ed)?|top(?:ped)?|cross(?:ed)?|breach(?:ed)?|(?:reach(?:ed)?|hit) (?:more than|over|above))$`,
      "i",
    ),
  },
  { wording: "less_than", pattern: new RegExp(`${NOT}(?:reach(?:ed)?|hit|attain(?:ed)?|come to)$`, "i") },
  {
    wording: "up_to",
    pattern:
      /(?:\b(?:(?<!\b(?:add(?:s|ed|ing)?|go|goes|going|went|gone) )up to|as many as|as much as|as high as|no more than|not more than|at (?:the )?most|a maximum of|a total of up to|capped at)|≤|<=|=<)$/i,
  },
  {
    wording: "at_least",
    pattern:
      /(?:\b(?:at (?:the very )?least|no fewer than|no less than|not less than|not fewer than|a minimum of|as few as)|≥|>=|=>)$/i,
  },
  {
    wording: "nearly",
    pattern:
      /\b(?:nearly|almost|close to|just under|just below|slightly under|slightly less than|approach(?:es|ed|ing)|not quite|just short of|(?:just )?shy of|nearing|verging on)$/i,
  },
  {
    wording: "less_than",
    pattern: /(?:\b(?:not even|not yet|less than|fewer than|lower than|smaller than|under|below|short of)|<)$/i,
  },
  {
    wording: "more_than",
    pattern:
      /(?:\b(?:(?:slightly |just |well |far |much )?(?:more than|greater than|higher than|larger than|(?<!\b(?:turn(?:s|ed|ing)?|hand(?:s|ed|ing)?) )over|above)|upwards? of|in excess of|north of|beyond|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|crossed|crossing|breached|breaching|eclipsed|outstripped|(?<!\b(?:was|were|been|be|being|laws?|bills?|has|have|had|and|that|who) )passed|(?<=\b(?:has|have|had) )passed|(?<=\b(?:to|will|could|would|may|might) )(?:cross|pass|breach)|(?<=\b(?:to|will|could|would|may|might|should) )top)|>)$/i,
  },
  {
    wording: "about",
    pattern:
      /(?:\b(?:about|some|around|roughly|approximately|approx\.?|an estimated|estimated|circa|ca\.?|c\.|in the region of|on the order of|or so|more or less|give or take)|[~≈])$/i,
  },
];

/** Words that say a number is exact. */
export const EXACTLY: readonly WordingWord[] = [
  { wording: "exactly", pattern: /\b(?:exactly|precisely)$/i },
  { wording: "exactly", pattern: /(?:正好|恰好|刚好)$/ },
];

/** English right after a number, or after it and its noun: "9,500+", "9,500 or more", "300 firms or so". */
export const AFTER_EN: readonly WordingWord[] = [
  {
    wording: "at_least",
    pattern:
      /^(?:\+|-?plus\b|\sor (?:more|above|higher|over)\b|\sand (?:above|over|up)\b(?!\s[\p{L}\d$€£])|,?\s(?:at (?:the very )?least|minimum)\b(?!\s[\p{L}\d$€£]))/iu,
  },
  {
    wording: "up_to",
    pattern: /^(?:\s(?:or (?:less|fewer|below)|at (?:the )?most)\b|,?\s(?:max(?:imum)?|tops)\b(?!\s[\p{L}\d$€£]))/iu,
  },
  { wording: "about", pattern: /^(?:-odd\b|\s(?:or so|odd\b|or thereabouts))/i },
  { wording: "more_than", pattern: /^-some\b/i },
];

/** Other European languages before a number. */
export const BEFORE_OTHER: readonly WordingWord[] = [
  { wording: "more_than", pattern: /(?<!\p{L})(?:mais de|acima de|más de|mehr als|über|plus de|oltre|più di)$/iu },
  {
    wording: "about",
    pattern: /\b(?:cerca de|aproximadamente|alrededor de|rund|etwa|ungefähr|circa|environ|près d'environ)$/i,
  },
  { wording: "nearly", pattern: /(?<!\p{L})(?:quase|casi|fast|beinahe|knapp|près de|presque|quasi)$/iu },
  { wording: "at_least", pattern: /\b(?:pelo menos|ao menos|al menos|mindestens|wenigstens|au moins|almeno)$/i },
  { wording: "up_to", pattern: /(?<!\p{L})(?:até|hasta|bis zu|jusqu'à|fino a)$/iu },
  { wording: "less_than", pattern: /\b(?:menos de|weniger als|unter|moins de|meno di)$/i },
];

/** Chinese and Japanese before a number. */
export const BEFORE_ZH: readonly WordingWord[] = [
  {
    wording: "up_to",
    pattern:
      /(?:[不未]超过|没有?(?:超过|突破)|未能?(?:超过|突破)|不多于|不高于|最多(?:可(?:以|能)?[^，、。；：,.;:\d零一二两三四五六七八九十百千万亿的]{0,4}|能[^，、。；：,.;:\d的]{0,4}|达|为)?|至多|高达|多达|最高(?:可达|达)?)$/,
  },
  {
    wording: "at_least",
    pattern:
      /(?:不少于|不低于|至少|最少|起码|不下于?)(?:有|为|达)?$|(?:至少|最少|起码)[^，、。；：,.;:\d零一二两三四五六七八九十百千万亿的]{1,4}$/,
  },
  { wording: "less_than", pattern: /(?:不到|不足|不及|低于|少于|小于|未满|未能?[达到]到?|没有?达到?|没到|不达)$/ },
  {
    wording: "more_than",
    pattern:
      /(?:超过了?|超出|(?<!彩)超|逾|突破了?|高于|多于|大于|超越|(?<![通经不超度走跑看见来去做打吃听说用教当卖买住参加办开拍写读学救帮给到转])过)$/,
  },
  { wording: "nearly", pattern: /(?:接近|将近|逼近|(?<![附最临邻靠])近|几乎(?:达到?|有)?)$/ },
  {
    wording: "about",
    pattern: /(?:大约(?:有|为|占)?|(?<![签合条契预节制邀赴履公婚大])约(?:有|为|合|占)?|大概(?:有)?|估计(?:有|为)?)$/,
  },
];

/** Chinese and Japanese right after a number, or after it and its noun: 9500余家, 100万以上, 500名左右, 900億元を超え. */
export const AFTER_ZH: readonly WordingWord[] = [
  { wording: "more_than", pattern: /^(?:余(?![姚杭干江庆额款热下地粮生温])|多(?![为是在数由])|元?を(?:超|上回))/ },
  { wording: "at_least", pattern: /^\s?(?:及?以上)/ },
  { wording: "up_to", pattern: /^\s?(?:及?以下|以内|之内)/ },
  { wording: "about", pattern: /^\s?(?:左右|上下|前后|来(?=[个名家位人块元斤米万亿天]))/ },
];

/** Powers of ten that Chinese characters stand for. */
export const SCALES_ZH: Readonly<Record<string, number>> = {
  万亿: 12,
  千亿: 11,
  百亿: 10,
  十亿: 9,
  亿: 8,
  千万: 7,
  百万: 6,
  十万: 5,
  万: 4,
  億: 8,
  萬: 4,
  兆: 12,
  千: 3,
  百: 2,
};

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
