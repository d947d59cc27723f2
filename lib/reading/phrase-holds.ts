import type { MetricRef, Wording } from "@/lib/figures/figure";
import { readNumber } from "@/lib/numbers/read-number";
import type { Candidate, Unit } from "@/lib/reading/candidate";
import { isOtherUnit } from "@/lib/reading/metrics/fit-unit";
import { readText } from "@/lib/reading/read-text";

/**
 * How a phrase stands to the number of a figure. "no_number": no number can be read in it. "other_number": it has numbers, none
 * of which is the figure's; `says` are those, as plain digits ("between 70 and 80" gives both). "fall": the number is there as a
 * fall or a loss, and the figure has it as a positive number.
 */
type PhraseCheck =
  | { readonly kind: "holds" }
  | { readonly kind: "no_number" | "fall" }
  | { readonly kind: "other_number"; readonly says: readonly string[] };

/** The number of a figure in its metric's unit, as plain digits; `digitsHigh` is null but for a range. */
interface SaidNumber {
  readonly digits: string;
  readonly digitsHigh: string | null;
}

/** Longest phrase that is read: a source's phrase has at most 300 characters. */
const LONGEST = 1000;
/** Words for nothing, which the reader takes for no number. */
const NOTHING = /\b(?:zero|none|no|nil|not (?:one|a single))\b|零|无|無|没有|沒有/i;
const DIGITS = /\d(?:[\d.,'’ \u00a0\u202f]*\d)?/g;

/** What a phrase says of a figure's number. `hedge` is its wording, null where it gives none; `unit` is null where it states none. */
export interface PhraseReading {
  readonly check: PhraseCheck;
  readonly hedge: Wording | null;
  readonly unit: Unit | null;
}

/**
 * Reads a phrase for the number of a figure: any one of its numbers, with million and 万 worked in, or the source's own conversion; a
 * range with both its ends. It is not known here what a metric counts, so a "fall" is to be asked about (a metric may count losses).
 * `language` (ISO 639-1) decides how 1.234,5 is read; null leaves it to the phrase.
 */
export function readPhraseFor(said: SaidNumber, phrase: string, language: string | null = null): PhraseReading {
  const text = phrase.slice(0, LONGEST).replaceAll(/[\r\n]+/g, " ");
  // What gives an order only has no number.
  const read = readText(text, { language }).candidates.filter(({ value }) => value !== null);
  const holding = read.filter((candidate) => isSame(candidate, said));
  const isNothing = Number(said.digits) === 0 && said.digitsHigh === null;
  return {
    check:
      read.length > 0
        ? checkNumbers(read, holding, said)
        : isNothing && NOTHING.test(phrase)
          ? { kind: "holds" }
          : checkDigits(text, said),
    hedge: hedgeOf(holding, said),
    unit: (holding[0] ?? read[0])?.unit ?? null,
  };
}

/** The wording on which all agree that hold a number. That of a fall turns with its sign: "fell more than 6.8" is less than −6.8. */
function hedgeOf(holding: readonly Candidate[], { digits }: SaidNumber): Wording | null {
  const wordings = new Set(
    holding.map(({ wording, value }) => {
      const isTurned = digits.startsWith("-") && Number(value) === -Number(digits);
      return isTurned && wording !== null ? TURNED[wording] : wording;
    }),
  );
  const [only = null] = wordings;
  return wordings.size === 1 && only !== "exactly" ? only : null;
}

/** What the wording of a fall says of the negative number; null where no wording says just that. */
const TURNED: Readonly<Record<Wording, Wording | null>> = {
  exactly: "exactly",
  about: "about",
  more_than: "less_than",
  at_least: "up_to",
  less_than: "more_than",
  up_to: "at_least",
  nearly: null,
  between: null,
};

function checkNumbers(read: readonly Candidate[], holding: readonly Candidate[], said: SaidNumber): PhraseCheck {
  if (holding.length > 0) {
    const isFall = holding.every(({ change }) => change === "down") && Number(said.digits) > 0;
    return { kind: isFall ? "fall" : "holds" };
  }
  const says = read.flatMap(numbersOf);
  // Two numbers that the reader did not join may be the ends of a range.
  const holdsBoth = said.digitsHigh !== null && [said.digits, said.digitsHigh].every((digits) => isAmong(digits, says));
  return holdsBoth ? { kind: "holds" } : { kind: "other_number", says: [...new Set(says)] };
}

/** How a metric measures: see MetricRef. */
type Measure = Pick<MetricRef, "unit" | "counted">;

/**
 * The unit that a phrase states for a figure's number, as written, where a metric that changes its measure would put another one
 * above it; null where it states none or the new one. Two nouns that were apart before ("firms" under companies) may stay so.
 */
export function otherUnitSaid(
  phrase: string,
  said: SaidNumber,
  { was, becomes }: { readonly was: Measure; readonly becomes: Measure },
  language: string | null = null,
): string | null {
  const { unit } = readPhraseFor(said, phrase, language);
  if (unit === null || !isOtherUnit(unit, becomes)) return null;
  const isNoun = unit.kind === "noun" && !NO_NOUN.test(becomes.unit);
  return isNoun && isOtherUnit(unit, was) ? null : unit.text;
}

/** Units that are no counted noun: percent, points and currencies. */
const NO_NOUN = /^(?:percent|(?:percentage )?points|[A-Z]{3})$/;

/** A stable code, and a sentence with the cure. */
export interface PhraseWarning {
  readonly code: Exclude<PhraseCheck["kind"], "holds"> | "other_wording" | "other_unit";
  readonly message: string;
}

/** A figure beside its phrase. `measure` is null where its metric is not known yet; `language` (ISO 639-1) is the source's. */
interface Quoted extends SaidNumber {
  readonly wording: string;
  readonly measure: Measure | null;
  readonly language: string | null;
}

/**
 * What is to be said of a phrase, to whoever wrote the figure: it does not hold the number, hedges it in another way, or states another
 * unit than the metric's; null where nothing is.
 */
export function phraseWarning({ check, hedge, unit }: PhraseReading, figure: Quoted): PhraseWarning | null {
  if (check.kind !== "holds") return { code: check.kind, message: checkWarning(check, figure.digits) };
  if (hedge !== null && hedge !== figure.wording) {
    const [words, own] = [hedge, figure.wording].map((wording) => wording.replaceAll("_", " "));
    const message = `The phrase says “${words}”; the figure says “${own}”. Put right whichever is wrong`;
    return { code: "other_wording", message };
  }
  // Nouns of most languages cannot be compared with ours.
  const isForeign = unit?.kind === "noun" && !COMPARED.has(figure.language);
  if (unit === null || figure.measure === null || isForeign || !isOtherUnit(unit, figure.measure)) return null;
  const own = figure.measure.counted ?? figure.measure.unit;
  return { code: "other_unit", message: `The phrase says “${unit.text}”; this metric is in ${own}` };
}

/** Languages whose nouns and numbers are read as in English or Chinese; null is a source whose language is not known. */
export const COMPARED: ReadonlySet<string | null> = new Set([null, "en", "zh", "ja", "ko"]);

function checkWarning(check: Exclude<PhraseCheck, { kind: "holds" }>, digits: string): string {
  switch (check.kind) {
    case "no_number":
      return `No number can be read in this phrase; the figure is ${digits}. Quote the words that hold it`;
    case "fall":
      return `The phrase tells of a fall; the figure is ${digits}. Is it −${digits}?`;
    case "other_number":
      return `The phrase says ${check.says.join(" and ")}; the figure is ${digits}. Put right whichever is wrong`;
  }
}

function isSame({ value, valueHigh, alternative, change }: Candidate, { digits, digitsHigh }: SaidNumber): boolean {
  if (alternative !== null && digitsHigh === null && Number(alternative.digits) === Number(digits)) return true;
  if ((valueHigh === null) !== (digitsHigh === null)) return false;
  if (valueHigh !== null) return Number(value) === Number(digits) && Number(valueHigh) === Number(digitsHigh);
  return Number(value) === Number(digits) || (change === "down" && Number(value) === -Number(digits));
}

function numbersOf({ value, valueHigh, alternative }: Candidate): readonly string[] {
  return [value, valueHigh, alternative?.digits ?? null].filter((digits) => digits !== null);
}

function isAmong(digits: string, says: readonly string[]): boolean {
  return says.some((other) => Number(other) === Number(digits));
}

/** The same by the digits alone, where the reader takes none of them for a figure: a phrase of a table may be "1981". */
function checkDigits(text: string, { digits, digitsHigh }: SaidNumber): PhraseCheck {
  const says = [...text.matchAll(DIGITS)].flatMap(([found]) => {
    const reading = readNumber(found);
    return reading.ok ? [reading.digits] : reading.choices;
  });
  if (says.length === 0) return { kind: "no_number" };
  const isHeld = [digits, digitsHigh].every((each) => each === null || isAmong(each, says));
  return isHeld ? { kind: "holds" } : { kind: "other_number", says: [...new Set(says)] };
}
