import { timesTen } from "@/lib/reading/decimal";
import { type FoundNumber, foundNumber, PERCENT } from "@/lib/reading/found-number";
import { kindOf } from "@/lib/reading/noun-words";
import { NUMBER_WORD, ORDINAL, ordinalValue, SMALL_WORD, wordsToDigits } from "@/lib/reading/number-words";
import { SCALES_EN, SCALES_OTHER } from "@/lib/reading/words";
import { digitsPattern, plainDigits } from "@/lib/reading/written-digits";

const SCALE =
  "hundred thousand|hundred million|thousand million|thousand billion|lakh crore|hundred|thousand|million|mln|mn|billion|bln|bn|trillion|trn|tn|lakhs?|crores?";
const OTHER_SCALE = Object.keys(SCALES_OTHER)
  .sort((a, b) => b.length - a.length)
  .join("|");
/** Letters that may stand right behind digits: scale in short, or a unit of measurement. What else does names a model (5G, 4K, A320). */
const TIGHT_SCALE = "k|K|m|M|mn|bn|tn|B|b|mln|bln";
const TIGHT_UNIT =
  "km|kg|kWh|kW|kV|MW|GW|TW|MWh|GWh|TWh|GB|TB|PB|EB|MB|Gbps|Mbps|Tbps|E[Ff]lops|EFLOPS|P[Ff]lops|PFLOPS|sq|ha|cm|mm|t|pct|percent|GHz|MHz|nm|x|yuan|元|mAh";

const PATTERNS = new Map<string, RegExp>();

/** Every English number of a sentence: digits or words, with words of scale. Fractions, orders and ranks are read elsewhere. */
export function numbersEn(text: string, language: string | null): readonly FoundNumber[] {
  return [...digitNumbers(text, language), ...wordNumbers(text), ...dozens(text), ...folds(text)];
}

function digitNumbers(text: string, language: string | null): FoundNumber[] {
  const key = language ?? "";
  const pattern =
    PATTERNS.get(key) ??
    new RegExp(
      `(?<![\\p{Script=Latin}\\d]|\\d[.,]|[\\p{Script=Latin}]-)(${digitsPattern(language)})(?:\\s{0,2}-?(?:(${SCALE})(?![\\p{Script=Latin}])|(${otherScale(language)})(?![\\p{L}]))|(${TIGHT_SCALE})(?![\\p{Script=Latin}\\d]))?`,
      "gu",
    );
  PATTERNS.set(key, pattern);
  const currencyPrefixed = new RegExp(
    `(?<=(?:CNY|USD|RMB|EUR|GBP|INR|JPY|HKD|Rs|US|HK|NT)\\$?)(${digitsPattern(language)})(?:\\s{0,2}-?(?:(${SCALE})(?![\\p{Script=Latin}])|(${otherScale(language)})(?![\\p{L}]))|(${TIGHT_SCALE})(?![\\p{Script=Latin}\\d]))?`,
    "gu",
  );
  return [...text.matchAll(pattern), ...text.matchAll(currencyPrefixed)].flatMap((match) => {
    const [whole, written = "", scale, other, tight] = match;
    const start = match.index;
    const end = start + whole.length;
    if (isJoined(text, end, whole)) return [];
    const power = powerOf(scale, other, tight);
    const plain = plainDigits(written, language, power > 0);
    return [
      foundNumber({
        start,
        end,
        written,
        digits: plain.digits === null ? null : timesTen(plain.digits, power),
        power,
        multiplier: scale ?? other ?? tight ?? null,
        doubt: plain.doubt,
      }),
    ];
  });
}

/** "Mil" and "millones" are scales in the languages that have them; without a language they are taken, and miles before "de" only. */
function otherScale(language: string | null): string {
  if (language === "en") return "(?!)";
  return language === null ? OTHER_SCALE.replace("miles", "miles(?= de )") : OTHER_SCALE;
}

function powerOf(scale: string | undefined, other: string | undefined, tight: string | undefined): number {
  if (scale !== undefined) return SCALES_EN[scale.toLowerCase()] ?? 0;
  if (other !== undefined) return SCALES_OTHER[other] ?? 0;
  return tight === undefined ? 0 : (SCALES_EN[tight.toLowerCase()] ?? 0);
}

/** Whether letters grow out of the digits that are no unit: 5G, 737MAX, 3rd, 1990s. */
function isJoined(text: string, end: number, whole: string): boolean {
  const tail = /^[\p{Script=Latin}]{1,12}/u.exec(text.slice(end, end + 12))?.[0] ?? "";
  if (tail === "" || /[a-z]$/i.test(whole)) return tail !== "" && /[a-z]$/i.test(whole);
  return !new RegExp(`^(?:${TIGHT_UNIT})$`).test(tail);
}

const WORDS = new RegExp(
  `(?<![\\p{L}-])(?:(?:half a|an?) (?:hundred|thousand|million|billion|trillion)(?: (?:thousand|million|billion|trillion))?|${NUMBER_WORD}(?:(?:-|\\s(?:and\\s)?)${NUMBER_WORD}){0,7})(?![\\p{L}])`,
  "giu",
);

function wordNumbers(text: string): FoundNumber[] {
  return [...text.matchAll(WORDS)].flatMap((match) => {
    const [whole] = match;
    // "Ten" of "tens", "one" and "a" alone are no figures; "hundred" alone follows "several" or digits.
    const half = /^half a (.*)$/i.exec(whole)?.[1];
    const digits = half === undefined ? wordsToDigits(whole) : halfOf(wordsToDigits(half));
    const start = match.index;
    if (digits === null || (/^(?:one|zero)$/i.test(whole) && !/^ per ?cent/i.test(text.slice(start + whole.length))))
      return [];
    // "The Group of Twenty": a name.
    if (/^\p{Lu}/u.test(whole) && /[\p{L},]\s$/u.test(text.slice(0, start))) return [];
    const scale = /(?:^|[\s-])(hundred|thousand|million|billion|trillion)$/i.exec(whole)?.[1] ?? null;
    if (
      scale !== null &&
      scale.length === whole.length &&
      /[\d.](?:\s|-)?$|several\s$|few\s$/i.test(text.slice(Math.max(0, start - 8), start))
    ) {
      return [];
    }
    return [
      foundNumber({
        start,
        end: start + whole.length,
        written: whole,
        digits,
        multiplier: scale,
        isSmallWord: Number(digits) <= 10,
      }),
    ];
  });
}

function halfOf(digits: string | null): string | null {
  return digits === null ? null : String(Number(digits) / 2);
}

const DOZEN = /(?<!\p{L})(?:(a|an|half a)|(\p{L}{3,9})) dozen(?!s|\p{L})/giu;

function dozens(text: string): FoundNumber[] {
  return [...text.matchAll(DOZEN)].flatMap((match) => {
    const [whole, article, word = ""] = match;
    const count = article === undefined ? wordsToDigits(word) : /^half/i.test(article) ? "0.5" : "1";
    if (count === null) return [];
    const digits = String(Number(count) * 12);
    return [
      foundNumber({ start: match.index, end: match.index + whole.length, written: whole, digits, isRough: true }),
    ];
  });
}

const FOLD = new RegExp(`(?<![\\p{L}-])(${SMALL_WORD}|hundred)fold(?!\\p{L})`, "giu");

/** "Fivefold": a multiple. */
function folds(text: string): FoundNumber[] {
  return [...text.matchAll(FOLD)].map(({ index, 0: written, 1: word = "" }) =>
    foundNumber({
      start: index,
      end: index + written.length,
      written,
      digits: wordsToDigits(word),
      unit: { kind: "times", text: "times" },
    }),
  );
}

const FRACTION_WORD = "half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?";
const FRACTIONS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\d.,-])(${SMALL_WORD}|\\d{1,3}) (?:in|out of|of(?= every))(?: every)? (${SMALL_WORD}|a hundred|\\d{1,3})(?![\\p{L}\\d.,:-]\\d|\\p{L})(?=\\s\\p{L}|[.,;)]|$)`,
    "giu",
  ),
  new RegExp(
    `(?<![\\p{L}\\d.-])(an?|one|two|three|four|five|six|seven|eight|nine)[ -](${FRACTION_WORD})(?!\\p{L})`,
    "giu",
  ),
  /(?<![\p{L}-])()(half)(?=\s(?:of|the|its|their|all|his|our)\s)/giu,
  // "Wants half", "fell by half".
  /(?<=\p{L} )(?<!\b(?:an?|the|first|second|other|latter|in|this|that|last|than|over|about|almost|nearly|around|under|roughly|and|or|its|their) )()(half)(?=[.;]|$)/giu,
  /(?<=\b(?:than|over|about|almost|nearly|around|under|roughly) )()(half)(?=\s(?!an?\b|years?\b|hours?\b|decades?\b|dozen|million|billion)\p{L}|[.,;)]|$)/giu,
];

/** Fractions as percentages: "one in five", "two-thirds", "half of". Those without an end are rounded to one place. */
export function fractionsEn(text: string): readonly FoundNumber[] {
  return FRACTIONS.flatMap((pattern, kind) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [whole, upper = "", lower = ""] = match;
      const [start, end] = [match.index, match.index + whole.length];
      const before = text.slice(Math.max(0, start - 16), start);
      const after = text.slice(end, end + 12);
      if (/\b(?:first|second|latter|other|last|this|that)(?: a)?\s$/i.test(before) && kind > 0) return [];
      if (/^an?$/i.test(upper) && /(?:\d|\b\p{L}+) and\s$/iu.test(before)) return [];
      if (kind > 0 && !isPart(lower, upper, before, after)) return [];
      const top =
        upper === "" || /^an?$/i.test(upper) ? 1 : Number(/^\d/.test(upper) ? upper : (wordsToDigits(upper) ?? "0"));
      const bottom = kind === 0 ? wholeOf(lower) : partOf(lower);
      if (top <= 0 || bottom <= top || bottom > 1000) return [];
      if (kind === 0 && /^\d/.test(upper) && !/^\d/.test(lower)) return [];
      const share = (top / bottom) * 100;
      const isEven = Number.isInteger(Math.round(share * 1e9) / 1e7);
      const digits = isEven ? String(Math.round(share * 100) / 100) : share.toFixed(1);
      return [
        foundNumber({
          start,
          end,
          written: whole,
          digits,
          unit: PERCENT,
          isRough: !isEven,
          doubt: isEven ? null : `A ${lower.replace(/s$/, "")} has no last digit: it is given to one place.`,
        }),
      ];
    }),
  );
}

/** "A third hospital" counts, "a third of hospitals" and "two-thirds" are parts; "a quarter of 2018" is time. */
function isPart(lower: string, upper: string, before: string, after: string): boolean {
  if (/^\sof\s(?:the year|\d{4}|last year|this year)/i.test(after)) return false;
  if (/^hal/i.test(lower) && upper === "") return true;
  if (/^hal/i.test(lower)) return /^\s(?:of|the|its|their|all|his|our)\s/i.test(after);
  if (/s$/i.test(lower) && !/^(?:an?|one)$/i.test(upper)) return !/^\s(?:ago|later|in a row|running)/i.test(after);
  if (/^\s(?:of|the|its|their|all)\s|^[.,;)]|^$/i.test(after)) return true;
  // "A quarter left the valley", "a quarter lower", "fell by a third to 1,046", "by more than a third in 2017"
  const next = /^\s(\p{L}{2,12})(?!\p{L})/u.exec(after)?.[1] ?? "";
  if (/^in$/i.test(next)) return /\b(?:by|than|about|almost|nearly|over|around|roughly|to|from)\s$/i.test(before);
  if (/^(?:lower|higher|larger|smaller|bigger|cheaper|faster|slower|longer|shorter|more|less|fewer)$/i.test(next))
    return true;
  return (
    kindOf(next) === "verb" || (kindOf(next) === "stop" && !/^(?:one|and|or|ago|later|earlier|which|that)$/i.test(next))
  );
}

function wholeOf(lower: string): number {
  if (/^\d/.test(lower)) return Number(lower);
  return Number(wordsToDigits(lower) ?? "0");
}

function partOf(lower: string): number {
  const word = lower.toLowerCase().replace(/s$/, "");
  if (word === "half" || word === "halve") return 2;
  if (word === "quarter") return 4;
  return ordinalValue(word) ?? 0;
}

const ROW = new RegExp(
  `(?<![\\p{L}\\d-])(${ORDINAL}) (?:consecutive year|straight year|year (?:in a row|running))(?!\\p{L})`,
  "giu",
);
const RANK = new RegExp(
  `(?<!\\p{L})(?:rank(?:s|ed|ing)?|plac(?:es|ed|ing)|c(?:a|o)mes?|stood|finish(?:es|ed))(?: at)?(?: the)? (${ORDINAL})(?!\\p{L}|-)(?: place)?`,
  "giu",
);

/** Ordinals that are figures: "the seventh year in a row" is 7 years, "ranked third" is place 3. */
export function ordinalsEn(text: string): readonly FoundNumber[] {
  const rows = [...text.matchAll(ROW)].map((match) => {
    const [whole, ordinal = ""] = match;
    const end = match.index + whole.length;
    return {
      start: match.index,
      end,
      written: ordinal,
      digits: ordinalValue(ordinal),
      text: "years",
      kind: "noun" as const,
    };
  });
  const ranks = [...text.matchAll(RANK)].flatMap((match) => {
    const [whole, ordinal = ""] = match;
    const end = match.index + whole.length;
    if (/^ (?:consecutive|straight|year|quarter|half|time)/.test(text.slice(end, end + 12))) return [];
    return [
      {
        start: match.index,
        end,
        written: ordinal,
        digits: ordinalValue(ordinal),
        text: "place",
        kind: "place" as const,
      },
    ];
  });
  return [...rows, ...ranks].flatMap(({ digits, kind, text: unit, ...place }) =>
    digits === null ? [] : [foundNumber({ ...place, digits: String(digits), unit: { kind, text: unit } })],
  );
}

const ORDERS: readonly RegExp[] = [
  /(?<!\p{L})(?:(?:tens|hundreds|thousands) of (?:thousands|millions|billions)|dozens|scores|hundreds|thousands|millions|billions|trillions|lakhs|crores)(?= of (?!the\s|those\s|them\b|these\s))(?: of)/giu,
  /(?<!\p{L})(?:several|a few|many|some few|a couple of) (?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)(?:s)?(?: thousand| million| billion)?(?: of)?(?!\p{L})/giu,
];

/** Orders without a value: "thousands of", "several hundred". */
export function ordersEn(text: string): readonly FoundNumber[] {
  return ORDERS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) =>
      foundNumber({
        start: match.index,
        end: match.index + match[0].length,
        digits: null,
        written: match[0].replace(/ of$/i, ""),
        isOrder: true,
      }),
    ),
  );
}
