import type { Wording } from "@/lib/figures/figure";
import { timesTen } from "@/lib/reading/decimal";
import { type FoundNumber, findNumbers } from "@/lib/reading/numbers";
import { type ReadUnit, readUnit } from "@/lib/reading/unit-words";
import { AFTER_EN, AFTER_ZH, BEFORE_EN, BEFORE_ZH, type WordingWord } from "@/lib/reading/words";

/** What a phrase of a source says: its number with wording and unit. Numbers are plain digits with million and 万 worked in. */
export interface PhraseReading {
  readonly wording: Wording;
  readonly digits: string;
  /** Upper end; not null exactly when wording is between. */
  readonly digitsHigh: string | null;
  /** Set where the source calls an exact number a record. */
  readonly qualifier: "record" | null;
  readonly unit: Omit<ReadUnit, "length"> | null;
  /** A conversion in brackets, in another currency (ISO 4217). */
  readonly alternative: { readonly digits: string; readonly unit: string } | null;
}

/** Bounds the time that reading takes, whatever is pasted. */
const LONGEST = 1000;

const BETWEEN_JOINER = /^\s*(?:%|％|percent|per cent)?\s*(?:-|–|—|to|and|至|到|~|～)\s*(?:US\$|[$€£¥])?\s*$/i;
/** What may stand between a wording word and its number. */
const GAP = /(?:\s|US\$|R\$|RMB|CNY|USD|EUR|Rs\.?|[$€£¥₩₹₪“"(]|a total of|total of|\b(?:an?|the))+$/i;
const DATE_BEFORE =
  /\b(?:in|since|by|from|until|till|during|of|year|for|to|and|through|january|february|march|april|may|june|july|august|september|october|november|december|end of|q[1-4])\s*$/i;

/**
 * Reads the first number of a phrase that is no date, as a source words it: "more than 9,500 companies", "between 70 and 80
 * percent", "70 million yuan ($10.4 million)", "超过9500家企业", "两成". Null when it holds none. English and simple Chinese.
 * Only the first 1,000 characters are read: a phrase has at most 300.
 */
export function readPhrase(text: string): PhraseReading | null {
  const phrase = text.slice(0, LONGEST).normalize("NFKC").replaceAll(/\s+/g, " ");
  const numbers = findNumbers(phrase).filter((number) => !isDate(phrase, number));
  const [first, second] = numbers;
  if (first === undefined || first.digits === null) return null;
  const before = phrase.slice(0, first.start);
  const high = second !== undefined && isRange(phrase, first, second) ? second : null;
  const last = high ?? first;
  const after = phrase.slice(last.end);
  const unit: ReadUnit | null =
    last.unit === "percent" ? { kind: "percent", text: "percent", length: 0 } : readUnit(before, after);
  const rest = phrase.slice(last.end + (unit?.length ?? 0));
  const shared = {
    unit: unit === null ? null : { kind: unit.kind, text: unit.text },
    alternative: readAlternative(rest, unit),
  };
  if (high !== null && high.digits !== null) {
    const low = scaleAlike(phrase, first, high) ?? first.digits;
    if (Number(low) < Number(high.digits)) {
      return { ...shared, wording: "between", digits: low, digitsHigh: high.digits, qualifier: null };
    }
  }
  const wording = first.isMore ? "more_than" : (wordingAround(before, phrase.slice(first.end)) ?? "exactly");
  const isRecord =
    wording === "exactly" && /\b(?:a|the|new)?\s*record(?: high)?(?: of)?\s*(?:US\$|[$€£¥])?\s*$/i.test(before);
  return { ...shared, wording, digits: first.digits, digitsHigh: null, qualifier: isRecord ? "record" : null };
}

function wordingAround(before: string, after: string): Wording | null {
  const trimmed = before.replace(GAP, "");
  return (
    match(AFTER_EN, after) ?? match(AFTER_ZH, after) ?? match(BEFORE_EN, trimmed) ?? match(BEFORE_ZH, before.trimEnd())
  );
}

function match(words: readonly WordingWord[], text: string): Wording | null {
  return words.find(({ pattern }) => pattern.test(text))?.wording ?? null;
}

/** Years (1800 to 2199) that a date word precedes or that stand alone with 年, and days of a month. */
function isDate(phrase: string, { digits, start, end }: FoundNumber): boolean {
  const after = phrase.slice(end);
  if (/^\s*[年月日]/.test(after)) return true;
  if (/^\s*(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i.test(after)) {
    return true;
  }
  const isYear = /^(?:1[89]|2[01])\d\d$/.test(phrase.slice(start, end)) && digits?.length === 4;
  return isYear && (DATE_BEFORE.test(phrase.slice(0, start)) || /^\s*(?:$|[,.;)])/.test(after));
}

function isRange(phrase: string, low: FoundNumber, high: FoundNumber): boolean {
  const joiner = phrase.slice(low.end, high.start);
  if (!BETWEEN_JOINER.test(joiner)) return false;
  const before = phrase.slice(0, low.start);
  if (/\band\b/i.test(joiner)) return /\bbetween\b[^\d]*$/i.test(before);
  // "From 1,400 to 850" is a change, not a range.
  return !/(?:\bfrom|从)\b[^\d]*$/i.test(before);
}

/** The lower end with the scale that only the upper one carries: "2 to 3 million" begins at two million. */
function scaleAlike(phrase: string, low: FoundNumber, high: FoundNumber): string | null {
  const isBare = /^[\d.,]+$/.test(phrase.slice(low.start, low.end));
  const bareHigh = /^[\d.,]+/.exec(phrase.slice(high.start, high.end))?.[0].replaceAll(",", "") ?? "";
  if (low.digits === null || !isBare || bareHigh === "" || Number(low.digits) > Number(bareHigh)) return low.digits;
  const power = Math.round(Math.log10(Number(high.digits) / Number(bareHigh)));
  return power > 0 && Number.isFinite(power) ? timesTen(low.digits, power) : low.digits;
}

function readAlternative(rest: string, unit: ReadUnit | null): PhraseReading["alternative"] {
  const inner = /^\s*[(（]([^)）]{1,60})[)）]?/.exec(rest)?.[1];
  if (unit?.kind !== "currency" || inner === undefined) return null;
  const [number] = findNumbers(inner);
  if (number === undefined || number.digits === null) return null;
  const other = readUnit(inner.slice(0, number.start), inner.slice(number.end));
  return other?.kind === "currency" && other.text !== unit.text ? { digits: number.digits, unit: other.text } : null;
}
