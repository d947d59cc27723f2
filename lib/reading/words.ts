import type { Wording } from "@/lib/figures/figure";

/** A word that stands before or after a number and means a wording. */
export interface WordingWord {
  readonly wording: Wording;
  readonly pattern: RegExp;
}

/** English before a number, at the end of what precedes it; longer ways of saying come first ("no more than" before "more than"). */
export const BEFORE_EN: readonly WordingWord[] = [
  {
    wording: "up_to",
    pattern:
      /(?:\b(?:(?<!\b(?:add(?:s|ed|ing)?|go|goes|going|went|gone) )up to|as many as|as much as|as high as|no more than|not more than|at (?:the )?most|a maximum of|a total of up to|capped at)|≤)$/i,
  },
  {
    wording: "at_least",
    pattern:
      /(?:\b(?:at (?:the very )?least|no fewer than|no less than|not less than|not fewer than|a minimum of|as few as)|≥)$/i,
  },
  {
    wording: "nearly",
    pattern:
      /\b(?:nearly|almost|close to|just under|just below|slightly under|slightly less than|approach(?:es|ed|ing)|not quite|just short of|nearing|verging on)$/i,
  },
  { wording: "less_than", pattern: /(?:\b(?:less than|fewer than|lower than|smaller than|under|below|short of)|<)$/i },
  {
    wording: "more_than",
    pattern:
      /(?:\b(?:(?:slightly |just |well |far |much )?(?:more than|greater than|higher than|larger than|over|above)|upwards? of|in excess of|north of|beyond|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|(?<=\b(?:to|will|could|would|may|might|should) )top)|>)$/i,
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
    pattern: /^(?:\+|-?plus\b|\sor (?:more|above|higher|over)\b|\sand (?:above|over|up)\b(?!\s[\p{L}\d$€£]))/iu,
  },
  { wording: "up_to", pattern: /^\s(?:or (?:less|fewer|below)|at (?:the )?most)\b/i },
  { wording: "about", pattern: /^(?:-odd\b|\s(?:or so|odd\b|or thereabouts))/i },
  { wording: "more_than", pattern: /^-some\b/i },
];

/** Other European languages before a number. */
export const BEFORE_OTHER: readonly WordingWord[] = [
  { wording: "more_than", pattern: /\b(?:mais de|acima de|más de|mehr als|über|plus de|oltre|più di)$/i },
  {
    wording: "about",
    pattern: /\b(?:cerca de|aproximadamente|alrededor de|rund|etwa|ungefähr|circa|environ|près d'environ)$/i,
  },
  { wording: "nearly", pattern: /\b(?:quase|casi|fast|beinahe|knapp|près de|presque|quasi)$/i },
  { wording: "at_least", pattern: /\b(?:pelo menos|ao menos|al menos|mindestens|wenigstens|au moins|almeno)$/i },
  { wording: "up_to", pattern: /\b(?:até|hasta|bis zu|jusqu'à|fino a)$/i },
  { wording: "less_than", pattern: /\b(?:menos de|weniger als|unter|moins de|meno di)$/i },
];

/** Chinese and Japanese before a number. */
export const BEFORE_ZH: readonly WordingWord[] = [
  {
    wording: "up_to",
    pattern:
      /(?:不超过|未超过|不多于|不高于|最多(?:可(?:同时)?(?:容纳|达|有|供|载|乘|坐|住|停放|接待)?|达|为)?|至多|高达|多达|最高(?:可达|达)?)$/,
  },
  { wording: "at_least", pattern: /(?:不少于|不低于|至少|最少|起码|不下于?)(?:有|为|达)?$/ },
  { wording: "less_than", pattern: /(?:不到|不足|不及|低于|少于|小于|未满|未达到?)$/ },
  {
    wording: "more_than",
    pattern:
      /(?:超过了?|超出|(?<!彩)超|逾|突破了?|高于|多于|大于|超越|(?<![通经不超度走跑看见来去做打吃听说用教当卖买住参加办开拍写读学救帮给到转])过)$/,
  },
  { wording: "nearly", pattern: /(?:接近|将近|逼近|(?<![附最临邻靠])近|几乎(?:达到?|有)?)$/ },
  {
    wording: "about",
    pattern: /(?:大约(?:有|为)?|(?<![签合条契预节制邀赴履公婚大])约(?:有|为|合)?|大概(?:有)?|估计(?:有|为)?)$/,
  },
];

/** Chinese and Japanese right after a number, or after it and its noun: 9500余家, 100万以上, 500名左右, 900億元を超え. */
export const AFTER_ZH: readonly WordingWord[] = [
  { wording: "more_than", pattern: /^(?:[余多]|元?を(?:超|上回))/ },
  { wording: "at_least", pattern: /^\s?(?:及?以上)/ },
  { wording: "up_to", pattern: /^\s?(?:及?以下|以内|之内)/ },
  { wording: "about", pattern: /^\s?(?:左右|上下|前后|来(?=[个名家位人块元斤米万亿天]))/ },
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
  trn: 12,
  b: 9,
  "hundred thousand": 5,
  "hundred million": 8,
  "thousand million": 9,
  "thousand billion": 12,
};

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

/** Ways of writing a currency after a number, each with its ISO 4217 code. */
export const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ["CNY", /^(?:chinese yuan|yuan\b|renminbi\b|rmb\b|cny\b|人民币元?|元人民币|块钱|元)/i],
  ["HKD", /^(?:hk\$|hong kong dollars?\b|hkd\b|港元|港币)/i],
  [
    "USD",
    /^(?:us\$|us dollars?\b|u\.s\. dollars?\b|american dollars?\b|usd\b|dollars?\b|\$|美元|米ドル|ドル|dólares\b)/i,
  ],
  ["EUR", /^(?:euros?\b|eur\b|€|欧元|ユーロ)/i],
  ["GBP", /^(?:pounds? sterling\b|british pounds?\b|pounds?\b|gbp\b|£|英镑)/i],
  ["JPY", /^(?:japanese yen\b|yen\b|jpy\b|日元|円)/i],
  ["KRW", /^(?:korean won\b|won\b(?! the| a| an| by)|krw\b|₩|韩元)/i],
  ["INR", /^(?:indian rupees?\b|rupees?\b|inr\b|₹|rs\b\.?|卢比)/i],
  ["ILS", /^(?:(?:new )?shekels?\b|ils\b|nis\b|₪)/i],
  ["BRL", /^(?:brazilian reais\b|reais\b|brl\b|r\$|雷亚尔)/i],
  ["SGD", /^(?:singapore dollars?\b|sgd\b|新加坡元|新元)/i],
  ["AUD", /^(?:australian dollars?\b|aud\b|澳元)/i],
  ["CAD", /^(?:canadian dollars?\b|cad\b|加元)/i],
  ["TWD", /^(?:nt dollars?\b|taiwan dollars?\b|twd\b|新台币)/i],
  ["RUB", /^(?:roubles?\b|rubles?\b|rub\b|卢布)/i],
  ["CHF", /^(?:swiss francs?\b|chf\b|瑞士法郎)/i],
  ["ZAR", /^(?:rand\b|zar\b|兰特)/i],
  ["NGN", /^(?:nairas?\b|ngn\b)/i],
  ["GHS", /^(?:cedis?\b|ghs\b)/i],
  ["KES", /^(?:(?:kenyan? )?shillings\b|kes\b)/i],
  ["ETB", /^(?:birr\b|etb\b)/i],
  ["EGP", /^(?:egyptian pounds?\b|egp\b)/i],
  ["AED", /^(?:(?:uae )?dirhams?\b|aed\b)/i],
  ["SAR", /^(?:(?:saudi )?riyals?\b|sar\b)/i],
  ["TRY", /^(?:(?:turkish )?liras?\b|try\b(?! ))/i],
  ["PLN", /^(?:z[lł]oty(?:s|ch)?\b|pln\b)/i],
  ["CZK", /^(?:(?:czech )?korun(?:as?|y)\b|czk\b)/i],
  ["HUF", /^(?:forints?\b|huf\b)/i],
  ["RON", /^(?:lei\b|ron\b)/i],
  ["UAH", /^(?:hryvnias?\b|uah\b)/i],
  ["KZT", /^(?:tenge\b|kzt\b)/i],
  ["SEK", /^(?:swedish kron(?:a|or)\b|kronor\b|sek\b)/i],
  ["NOK", /^(?:norwegian kroner\b|nok\b)/i],
  ["DKK", /^(?:danish kroner\b|dkk\b)/i],
  ["THB", /^(?:baht\b|thb\b)/i],
  ["IDR", /^(?:rupiahs?\b|idr\b)/i],
  ["MYR", /^(?:ringgits?\b|myr\b)/i],
  ["VND", /^(?:(?:vietnamese )?dong\b|vnd\b)/i],
  ["PHP", /^(?:philippine pesos?\b|php\b)/i],
  ["MXN", /^(?:mexican pesos?\b|mxn\b)/i],
  ["PKR", /^(?:pakistani rupees?\b|pkr\b)/i],
  ["BDT", /^(?:taka\b|bdt\b)/i],
  ["NZD", /^(?:new zealand dollars?\b|nzd\b)/i],
];

/** Signs and codes before a number, the longer first. The sign for yen and yuan is left to the context. */
export const CURRENCY_SIGNS: readonly (readonly [string, string])[] = [
  ["US$", "USD"],
  ["HK$", "HKD"],
  ["NT$", "TWD"],
  ["S$", "SGD"],
  ["A$", "AUD"],
  ["C$", "CAD"],
  ["R$", "BRL"],
  ["RMB", "CNY"],
  ["CNY", "CNY"],
  ["USD", "USD"],
  ["EUR", "EUR"],
  ["GBP", "GBP"],
  ["JPY", "JPY"],
  ["INR", "INR"],
  ["ILS", "ILS"],
  ["BRL", "BRL"],
  ["HKD", "HKD"],
  ["KRW", "KRW"],
  ...[
    "CHF",
    "SEK",
    "NOK",
    "DKK",
    "AED",
    "SAR",
    "ZAR",
    "NGN",
    "GHS",
    "KES",
    "EGP",
    "TRY",
    "PLN",
    "CZK",
    "HUF",
    "THB",
    "IDR",
  ].map((code) => [code, code] as const),
  ...["MYR", "VND", "PHP", "MXN", "PKR", "BDT", "NZD", "AUD", "CAD", "SGD", "RUB", "TWD", "KRW"].map(
    (code) => [code, code] as const,
  ),
  ["NIS", "ILS"],
  ["KSh", "KES"],
  ["NZ$", "NZD"],
  ["RM", "MYR"],
  ["Rs.", "INR"],
  ["Rs", "INR"],
  ["人民币", "CNY"],
  ["$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["₩", "KRW"],
  ["₹", "INR"],
  ["₪", "ILS"],
  ["₦", "NGN"],
  ["₱", "PHP"],
  ["₫", "VND"],
  ["฿", "THB"],
  ["₺", "TRY"],
  ["₽", "RUB"],
  ["₴", "UAH"],
  ["₵", "GHS"],
];

/** Powers of ten in words of other languages, in lower case. */
export const SCALES_OTHER: Readonly<Record<string, number>> = {
  mil: 3,
  milhares: 3,
  miles: 3,
  milhão: 6,
  milhões: 6,
  millón: 6,
  millones: 6,
  bilhão: 9,
  bilhões: 9,
  trilhão: 12,
  trilhões: 12,
  tausend: 3,
  Million: 6,
  Millionen: 6,
  Mio: 6,
  Milliarde: 9,
  Milliarden: 9,
  Mrd: 9,
  Billionen: 12,
  mille: 3,
  millions: 6,
  milliard: 9,
  milliards: 9,
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
