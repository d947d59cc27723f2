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
export type PhraseCheck =
  | { readonly kind: "holds" | "no_number" | "fall" }
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

/**
 * Whether a phrase holds the number of a figure: as any one of its numbers, with million and 万 worked in, or as the source's own
 * conversion; a range with both its ends. Wording and unit are not compared. Neither is it known here what a metric counts, so a
 * "fall" is to be asked about (a metric may count losses). `language` (ISO 639-1) decides how 1.234,5 is read; null leaves it to the phrase.
 */
export function phraseHoldsValue(phrase: string, said: SaidNumber, language: string | null = null): PhraseCheck {
  const read = candidatesOf(phrase, language);
  const isNothing = Number(said.digits) === 0 && said.digitsHigh === null;
  if (read.length === 0 && isNothing && NOTHING.test(phrase)) return { kind: "holds" };
  if (read.length === 0) return checkDigits(phrase.slice(0, LONGEST), said);
  const holding = read.filter((candidate) => isSame(candidate, said));
  if (holding.length > 0) {
    const isFall = holding.every(({ change }) => change === "down") && Number(said.digits) > 0;
    return { kind: isFall ? "fall" : "holds" };
  }
  const says = read.flatMap(numbersOf);
  // Two numbers that the reader did not join may be the ends of a range.
  const holdsBoth = said.digitsHigh !== null && [said.digits, said.digitsHigh].every((digits) => isAmong(digits, says));
  return holdsBoth ? { kind: "holds" } : { kind: "other_number", says: [...new Set(says)] };
}

/** The wording that a phrase gives a figure's number ("more than 9,500"); null where it gives none, or does not hold the number. */
export function hedgeSaid(phrase: string, said: SaidNumber, language: string | null = null): Wording | null {
  const holding = candidatesOf(phrase, language).filter((candidate) => isSame(candidate, said));
  const [first] = holding;
  const isOne = first !== undefined && holding.every(({ wording }) => wording === first.wording);
  return isOne && first.wording !== "exactly" ? first.wording : null;
}

/** What is to be said of a phrase that hedges a number in another way than the figure does; null where it does not. */
export function hedgeWarning(hedge: Wording | null, wording: string): string | null {
  if (hedge === null || hedge === wording) return null;
  const [words, own] = [hedge, wording].map((each) => each.replaceAll("_", " "));
  return `The phrase says “${words}”; the figure says “${own}”. Put right whichever is wrong`;
}

/** The unit that a phrase states for a figure's number; null where it states none. */
export function unitSaid(phrase: string, said: SaidNumber, language: string | null = null): Unit | null {
  const candidates = candidatesOf(phrase, language);
  return (candidates.find((candidate) => isSame(candidate, said)) ?? candidates[0])?.unit ?? null;
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
  const unit = unitSaid(phrase, said, language);
  if (unit === null || !isOtherUnit(unit, becomes)) return null;
  const isNoun = unit.kind === "noun" && !NO_NOUN.test(becomes.unit);
  return isNoun && isOtherUnit(unit, was) ? null : unit.text;
}

/** Units that are no counted noun: percent, points and currencies. */
const NO_NOUN = /^(?:percent|(?:percentage )?points|[A-Z]{3})$/;

/** What is to be said of a phrase, to whoever wrote the figure: a sentence with the cure; null where it holds the number. */
export function phraseWarning(check: PhraseCheck, { digits }: SaidNumber): string | null {
  switch (check.kind) {
    case "holds":
      return null;
    case "no_number":
      return `No number can be read in this phrase; the figure is ${digits}. Quote the words that hold it`;
    case "fall":
      return `The phrase tells of a fall; the figure is ${digits}. Is it −${digits}?`;
    case "other_number":
      return `The phrase says ${check.says.join(" and ")}; the figure is ${digits}. Put right whichever is wrong`;
  }
}

/** What can be read in a phrase, without what gives an order only. */
function candidatesOf(phrase: string, language: string | null): readonly Candidate[] {
  const text = phrase.slice(0, LONGEST).replaceAll(/[\r\n]+/g, " ");
  return readText(text, { language }).candidates.filter(({ value }) => value !== null);
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
