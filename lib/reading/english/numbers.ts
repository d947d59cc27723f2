import { timesTen } from "@/lib/numbers/decimal";
import { wordNumbersEn } from "@/lib/reading/english/word-numbers";
import { LETTERED_SIGNS } from "@/lib/reading/quantities/currencies";
import { type FoundNumber, foundNumber } from "@/lib/reading/quantities/found-number";
import { currencyAfter, currencyBefore } from "@/lib/reading/quantities/money";
import { raisedNumbers } from "@/lib/reading/quantities/raised-numbers";
import { SCALES_EN, SCALES_OF, SCALES_OTHER } from "@/lib/reading/quantities/scales";
import { type DecimalMark, digitsPattern, plainDigits } from "@/lib/reading/quantities/written-digits";

/** How a text writes its numbers. */
export interface Writing {
  /** ISO 639-1; null where it is not known. */
  readonly language: string | null;
  readonly mark: DecimalMark;
}

const SPELLED =
  "hundred thousand|hundred million|thousand million|thousand billion|million million|lakh crore|lakh cr|hundred|thousand|millions?|mln|mn|billions?|bln|bn|trillions?|trn|tn|lakhs?|lacs?|crores?|cr";
const UNLIKE_ENGLISH = new Set(["de", "nl", "sv", "da", "nb", "no", "fi"]);

/** English words of scale, with capitals, too, where no other language has them in another meaning. */
function scaleOf(language: string | null): string {
  if (UNLIKE_ENGLISH.has(language ?? "")) return SPELLED;
  // A French billion has twelve zeros.
  if (language === "fr") return SPELLED.replace("|billions?", "");
  const [capital, upper] = [
    SPELLED.replace(/(?<=^|\|)\p{Ll}/gu, (first) => first.toUpperCase()),
    SPELLED.toUpperCase(),
  ];
  return `${SPELLED}|${capital}|${upper}`;
}

/** Letters that may stand right behind digits: scale in short, or a unit of measurement. What else does names a model (5G, A320). */
const TIGHT_SCALE = "k|K|m|M|mn|bn|tn|B|b|mln|bln|T";
const TIGHT_UNIT =
  "km|kg|kWh|kW|kV|MW|GW|TW|MWh|GWh|TWh|GB|TB|PB|EB|MB|Gbps|Mbps|Tbps|E[Ff]lops|EFLOPS|P[Ff]lops|PFLOPS|sq|ha|cm|mm|m|t|pct|percent|GHz|MHz|nm|x|yuan|元|mAh";

const TIGHT = new RegExp(`^(?:${TIGHT_UNIT})$`);
const PATTERNS = new Map<string, RegExp>();

/** Every English number of a sentence: digits or words, with words of scale. Fractions, orders and ranks are read elsewhere. */
export function numbersEn(text: string, writing: Writing): readonly FoundNumber[] {
  return [...raisedNumbers(text), ...digitNumbers(text, writing), ...wordNumbersEn(text)];
}

/** What may stand right before digits: no letter, but for those of a currency and for capitals before an amount. */
const OPEN = `(?<![\\p{Script=Latin}\\d]|\\d[.,]|[\\p{Script=Latin}]-(?<!\\d(?:${TIGHT_SCALE})-))`;
const MONEY_LETTERS = `(?<=(?<![\\p{L}\\d])(?:${LETTERED_SIGNS}))`;
const UNKNOWN_LETTERS =
  "(?<=(?<![\\p{L}\\d])\\p{Lu}\\p{L}{0,3})(?=\\d[\\d.,]{0,12}\\s?(?:million|billion|trillion|crore|lakh|bn|tn)(?!\\p{L})|\\d{1,3}(?:,\\d{3})+(?![\\d\\p{L}-]))";

/** Digits with what may stand tight or after a space behind them; made once for a language. */
function digitsOf(language: string | null): RegExp {
  const key = language ?? "";
  const made =
    PATTERNS.get(key) ??
    new RegExp(
      `(?=[.\\d])(?:${OPEN}|${MONEY_LETTERS}|${UNKNOWN_LETTERS})(${digitsPattern(language)})(?:\\s{0,2}-?(?:(${scaleOf(language)})(?![\\p{Script=Latin}\\d])|(${otherScale(language)})(?![\\p{L}]))|(?:\\s|-)?(${TIGHT_SCALE})(?![\\p{Script=Latin}\\d-])|(${TIGHT_SCALE})(?=-(?:\\p{L}|\\p{Sc}?\\d[\\d.,]{0,9}(?:${TIGHT_SCALE})(?!\\p{L}))))?`,
      "gu",
    );
  PATTERNS.set(key, made);
  return made;
}

function digitNumbers(text: string, { language, mark }: Writing): FoundNumber[] {
  return [...text.matchAll(digitsOf(language))].flatMap((match) => {
    const [whole, written = "", word, other, loose, joined] = match;
    const start = match.index;
    const letter = loose ?? joined;
    const short = letter === undefined ? null : shortScale(text, { start, whole, written, letter });
    if (short === "name") return [];
    const isScaled = word !== undefined || other !== undefined || short?.power !== undefined;
    const end = start + (isScaled ? whole.length : written.length);
    if (isJoined(text, end, isScaled ? whole : written) || /^0\d/.test(written)) return [];
    const power =
      word !== undefined ? (SCALES_EN[word.toLowerCase()] ?? 0) : (otherPower(other, language) ?? short?.power ?? 0);
    const plain = plainDigits(written, language, power > 0, mark);
    return [
      invertedMoney(
        text,
        foundNumber({
          start,
          end,
          written,
          digits: plain.digits === null ? null : timesTen(plain.digits, power),
          power,
          unit: other === "mdd" || other === "mdp" ? { kind: "currency", text: other === "mdd" ? "USD" : "MXN" } : null,
          multiplier: isScaled ? (word ?? other ?? letter ?? null) : null,
          doubt:
            plain.doubt ??
            short?.doubt ??
            scaleDoubt(text, start, word ?? other, language) ??
            lettersBefore(text, start),
        }),
      ),
    ];
  });
}

interface Short {
  readonly start: number;
  readonly whole: string;
  readonly written: string;
  readonly letter: string;
}

/** What a letter behind digits stands for: a scale (64K, $40-B, 3m users), no scale (800m long), or a name (4K video). */
function shortScale(
  text: string,
  { start, whole, written, letter }: Short,
): { readonly power?: number; readonly doubt: string | null } | "name" {
  const after = text.slice(start + whole.length, start + whole.length + 40);
  const power = SCALES_EN[letter.toLowerCase()] ?? 0;
  const isTight = whole.length === written.length + letter.length;
  const isMoney =
    currencyBefore(text.slice(Math.max(0, start - 8), start), "CNY") !== null || currencyAfter(after) !== null;
  if ((letter.length > 1 && isTight) || isMoney) return { power, doubt: null };
  const isCounting = /^\s(?!(?:long|tall|high|deep|wide|away|above|below|of|in|and|or|on)\b)\p{Ll}{2,}/u.test(after);
  // "12 m users" as "12 M users"; "12 m wide" and "12 t" are measured.
  const isPlural = PLURAL.test(after) && !METRES.test(after);
  if (!isTight && isCounting && /[KMBk]/.test(letter)) return { power, doubt: null };
  if (!isTight) return { doubt: isCounting && isPlural ? notScaled(letter) : null };
  if (/k/i.test(letter)) return isDisplay(written, after) ? "name" : { power, doubt: null };
  if (letter === "m" && METRES.test(after)) return { doubt: null };
  const isSure = letter === "M" || letter === "B" || (letter !== "T" && PLURAL.test(after));
  return { power, doubt: isSure ? null : notScaled(letter) };
}

function notScaled(letter: string): string {
  return `“${letter}” behind it may be ${MEANINGS[letter]}: say which.`;
}

/** What else a letter of scale may be. */
const MEANINGS: Readonly<Record<string, string>> = {
  m: "million or metres",
  b: "billion, or a part of a list",
  T: "trillion or tonnes",
};
const METRES = /^\s(?:long|tall|high|deep|wide|away|across|above|below|from|race|sprint|hurdles|freestyle)\b|^[²³2]/;
const PLURAL = /^\s(?:\p{Ll}+[\s-]){0,2}(?:\p{Ll}+s|people)(?!\p{L})/u;

/** 4K and 8K name what a screen shows, 10K a run. */
function isDisplay(written: string, after: string): boolean {
  if (/^\s(?:video|tv|screen|display|resolution|camera|streaming|content|ultra|hd|monitor|run|race)/i.test(after))
    return true;
  const isHan = /^(?!视频|电视|屏|高清|超清|画质|显示|分辨|直播|影|大片)\p{Script=Han}/u.test(after);
  return /^\d$/.test(written) && !isHan && !/^\s\p{Ll}+s(?!\p{L})/u.test(after);
}

/** "Cr" is a crore of rupees, "mil" a thousand or, in English, a million: elsewhere they may be something else. */
function scaleDoubt(text: string, start: number, word: string | undefined, language: string | null): string | null {
  if (word === "mil" && language === null) return "“mil” is read as thousand: say if million is meant.";
  if (word?.toLowerCase() !== "cr" || /(?:Rs\.?|INR|₹)\s?$/.test(text.slice(Math.max(0, start - 5), start)))
    return null;
  return "“cr” behind it is read as crore: say if it is something else.";
}

/** Letters that touch an amount and are no currency that is known: "K9.4 billion". */
function lettersBefore(text: string, start: number): string | null {
  const letters = /(?<![\p{L}\d])\p{L}{1,4}$/u.exec(text.slice(Math.max(0, start - 5), start))?.[0];
  if (letters === undefined || currencyBefore(text.slice(Math.max(0, start - 8), start), null) !== null) return null;
  return /^[A-Za-z]+$/.test(letters) ? `“${letters}” before it may be a currency: say which.` : null;
}

const INVERTED = new RegExp(
  `^\\s?(${LETTERED_SIGNS}|[$€£¥₹])\\s?(million|billion|trillion|crores?|lakhs?|mn|bn)(?![\\p{L}\\d])`,
  "u",
);

/** "40 USD million": the currency stands before the word of scale. */
function invertedMoney(text: string, number: FoundNumber): FoundNumber {
  const [whole, sign = "", scale = ""] =
    (number.power === 0 ? INVERTED.exec(text.slice(number.end, number.end + 24)) : null) ?? [];
  const code = whole === undefined ? null : (currencyBefore(sign, null)?.code ?? null);
  if (whole === undefined || code === null || number.digits === null) return number;
  const power = SCALES_EN[scale] ?? 0;
  return {
    ...number,
    end: number.end + whole.length,
    digits: timesTen(number.digits, power),
    power,
    multiplier: scale,
    unit: { kind: "currency", text: code },
  };
}

const OTHER_SCALE = alternatives(Object.keys(SCALES_OTHER));

/** "Mil" and "millones" are scales in the languages that have them; without a language they are taken, and miles before "de" only. */
function otherScale(language: string | null): string {
  if (language === "en") return "(?!)";
  if (language === null) return OTHER_SCALE.replace("|miles|", "|miles(?= de )|");
  const own = Object.keys(SCALES_OF[language] ?? {});
  return own.length === 0 ? OTHER_SCALE : `${OTHER_SCALE}|${alternatives(own)}`;
}

function alternatives(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .join("|")
    .replaceAll(".", "\\.");
}

function otherPower(other: string | undefined, language: string | null): number | undefined {
  if (other === undefined) return undefined;
  return SCALES_OF[language ?? ""]?.[other] ?? SCALES_OTHER[other];
}

/** Whether letters grow out of the digits that are no unit: 5G, 737MAX, 3rd, 1990s. */
function isJoined(text: string, end: number, whole: string): boolean {
  const tail = /^[\p{Script=Latin}]{1,12}/u.exec(text.slice(end, end + 12))?.[0] ?? "";
  if (tail === "" || /[a-z]$/i.test(whole)) return tail !== "" && /[a-z]$/i.test(whole);
  return !TIGHT.test(tail);
}
