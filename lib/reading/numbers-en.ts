import { timesTen } from "@/lib/figures/decimal";
import { type FoundNumber, foundNumber } from "@/lib/reading/found-number";
import { NUMBER_WORD, SMALL_WORD, wordsToDigits } from "@/lib/reading/number-words";
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

const TIGHT = new RegExp(`^(?:${TIGHT_UNIT})$`);
const PATTERNS = new Map<string, RegExp>();

/** Every English number of a sentence: digits or words, with words of scale. Fractions, orders and ranks are read elsewhere. */
export function numbersEn(text: string, language: string | null): readonly FoundNumber[] {
  return [...digitNumbers(text, language), ...wordNumbers(text), ...dozens(text), ...folds(text), ...mixed(text)];
}

/** Digits with what may stand tight or after a space behind them; made once for a language. */
function digitsOf(language: string | null): RegExp {
  const key = language ?? "";
  const made =
    PATTERNS.get(key) ??
    new RegExp(
      `(?:(?<![\\p{Script=Latin}\\d]|\\d[.,]|[\\p{Script=Latin}]-)|(?<=(?:CNY|USD|RMB|EUR|GBP|INR|JPY|HKD|NIS|Rs|US|HK|NT)\\$?))(${digitsPattern(language)})(?:\\s{0,2}-?(?:(${SCALE})(?![\\p{Script=Latin}])|(${otherScale(language)})(?![\\p{L}]))|(${TIGHT_SCALE})(?![\\p{Script=Latin}\\d]))?`,
      "gu",
    );
  PATTERNS.set(key, made);
  return made;
}

function digitNumbers(text: string, language: string | null): FoundNumber[] {
  return [...text.matchAll(digitsOf(language))].flatMap((match) => {
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
  return !TIGHT.test(tail);
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
        power: scale === null ? 0 : (SCALES_EN[scale.toLowerCase()] ?? 0),
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

const SCALE_WORD = "hundred|thousand|million|billion|trillion";
const MIXED = new RegExp(
  `(?<![\\p{L}\\d.,-])(?:(${SMALL_WORD}|\\d{1,3})[ -]and[ -]a[ -](half|quarter)(?:[ -](${SCALE_WORD}))?|(a|three)[ -]quarters? of a (${SCALE_WORD}))(?!\\p{L})`,
  "giu",
);

/** "Two and a half million", "a quarter of a million". */
function mixed(text: string): FoundNumber[] {
  return [...text.matchAll(MIXED)].map(
    ({ index, 0: written, 1: whole, 2: part, 3: scale, 4: quarters, 5: ofScale }) => {
      const count = whole === undefined ? 0 : Number(/^\d/.test(whole) ? whole : wordsToDigits(whole));
      const rest = /half/i.test(part ?? "") ? 0.5 : /three/i.test(quarters ?? "") ? 0.75 : 0.25;
      const multiplier = scale ?? ofScale ?? null;
      const power = multiplier === null ? 0 : (SCALES_EN[multiplier.toLowerCase()] ?? 0);
      return foundNumber({
        start: index,
        end: index + written.length,
        written,
        digits: timesTen(String(count + rest), power),
        power,
        multiplier,
        isSmallWord: power === 0 && !/^\d/.test(written),
      });
    },
  );
}
