/** Powers of ten that one number is multiplied with; several where the word has several meanings. */
export interface FoundScale {
  readonly powers: readonly number[];
  /** Characters of the text that it takes. */
  readonly length: number;
  /** Whether it is a word of a language that writes 1.234,5: then a point or comma has two readings. */
  readonly isContinental: boolean;
}

const ENGLISH: Readonly<Record<string, number>> = {
  hundred: 2,
  hundreds: 2,
  thousand: 3,
  thousands: 3,
  thsd: 3,
  ths: 3,
  k: 3,
  "hundred thousand": 5,
  lakh: 5,
  lakhs: 5,
  lac: 5,
  million: 6,
  millions: 6,
  mln: 6,
  mn: 6,
  crore: 7,
  crores: 7,
  "hundred million": 8,
  billion: 9,
  billions: 9,
  bln: 9,
  bn: 9,
  "thousand million": 9,
  trillion: 12,
  trillions: 12,
  trn: 12,
  tn: 12,
  "thousand billion": 12,
  "lakh crore": 12,
};

const CONTINENTAL: Readonly<Record<string, number>> = {
  tausend: 3,
  tsd: 3,
  mil: 3,
  mille: 3,
  milliers: 3,
  mila: 3,
  milhares: 3,
  tusental: 3,
  tys: 3,
  tis: 3,
  тыс: 3,
  duizend: 3,
  mio: 6,
  млн: 6,
  millionen: 6,
  millón: 6,
  millones: 6,
  milhão: 6,
  milhões: 6,
  milione: 6,
  milioni: 6,
  miljoen: 6,
  mrd: 9,
  млрд: 9,
  mld: 9,
  milliarde: 9,
  milliarden: 9,
  milliard: 9,
  milliards: 9,
  "mil millones": 9,
  "miles de millones": 9,
  "mil milhões": 9,
  bilhão: 9,
  bilhões: 9,
  miliardo: 9,
  miliardi: 9,
  miljard: 9,
  billionen: 12,
  billón: 12,
  billones: 12,
  trilhão: 12,
  trilhões: 12,
};

const CHINESE: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  萬: 4,
  十万: 5,
  百万: 6,
  百萬: 6,
  千万: 7,
  千萬: 7,
  亿: 8,
  億: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
  萬億: 12,
  兆: 12,
};

/** Letters that are a scale beside a currency ("$5m") and may be a unit or a mark elsewhere. */
const LETTERS: Readonly<Record<string, number>> = { l: 5, m: 6, mm: 6, cr: 7, b: 9, g: 9, t: 12 };
/** In the long scale of the continent an English-looking billion is a million millions. */
const LONG_BILLION = /^billions?$/;

const longestFirst = (words: Readonly<Record<string, number>>) =>
  Object.keys(words).sort((a, b) => b.length - a.length);
const WORD = new RegExp(
  `^[\\s-]?(${[...longestFirst({ ...ENGLISH, ...CONTINENTAL })].join("|")})(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Nd}])\\.?`,
  "iu",
);
const CHARACTERS = new RegExp(`^\\s?(${longestFirst(CHINESE).join("|")})`, "u");
const LETTER = /^\s?(mm|cr|[lmbgt])(?![\p{Script=Latin}\p{Nd}²³])/iu;

/**
 * The word of scale at the start of what follows a number: "million", "Mio.", "万亿", "k". `isMoney` when a currency stands beside it,
 * `isLong` when the text is of a country whose billion has twelve zeros. Null without one.
 */
export function scaleAfter(after: string, isMoney: boolean, isLong: boolean): FoundScale | null {
  const word = WORD.exec(after);
  if (word) {
    const name = (word[1] ?? "").toLowerCase();
    const power = ENGLISH[name] ?? CONTINENTAL[name] ?? 0;
    // "Mil" is a thousand in Spanish and Portuguese, and a million for short in English.
    const powers = name === "mil" ? [3, 6] : isLong && LONG_BILLION.test(name) ? [12, 9] : [power];
    return { powers, length: word[0].length, isContinental: name in CONTINENTAL };
  }
  const characters = CHARACTERS.exec(after);
  if (characters)
    return { powers: [CHINESE[characters[1] ?? ""] ?? 0], length: characters[0].length, isContinental: false };
  const letter = LETTER.exec(after);
  if (letter === null) return null;
  const power = LETTERS[(letter[1] ?? "").toLowerCase()] ?? 0;
  return { powers: isMoney ? [power] : [power, 0], length: letter[0].length, isContinental: false };
}
