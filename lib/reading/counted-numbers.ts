import { type FoundNumber, withoutOverlaps } from "@/lib/reading/found-number";
import { fractionsEn, ordersEn, ordinalsEn } from "@/lib/reading/fractions-en";
import type { MoneyOfText } from "@/lib/reading/money";
import { findNoise } from "@/lib/reading/noise";
import { joinParts } from "@/lib/reading/number-parts";
import { numbersEn } from "@/lib/reading/numbers-en";
import { numbersZh } from "@/lib/reading/numbers-zh";
import { withSigns } from "@/lib/reading/signs";
import type { Stretch } from "@/lib/reading/split-text";
import type { FoundTime } from "@/lib/reading/time-spans";
import type { DecimalMark } from "@/lib/reading/written-digits";

/** What reading a sentence needs to know of the text around it. */
export interface SentenceContext {
  readonly language: string | null;
  readonly mark: DecimalMark;
  readonly isChinese: boolean;
  readonly isParagraphStart: boolean;
  readonly money: MoneyOfText;
  readonly times: readonly FoundTime[];
}

/** The numbers of a sentence that are neither times nor noise, whole and with their signs, in order of place. */
export function countedNumbers(text: string, context: SentenceContext): readonly FoundNumber[] {
  const { isChinese } = context;
  const taken: readonly Stretch[] = [...context.times, ...findNoise(text, context.isParagraphStart)];
  const isTaken = ({ start, end }: Stretch) => taken.some((other) => start < other.end && end > other.start);
  const special = isChinese ? [] : [...fractionsEn(text), ...ordinalsEn(text), ...ordersEn(text)];
  // "2 1/2" looks like a date, and is none.
  const free = plainNumbers(text, context).filter(
    (number) => number.unit?.kind === "place" || /^\d+[ -]\d\/\d/.test(number.written) || !isTaken(number),
  );
  const numbers = withoutOverlaps([...special.filter((number) => number.unit !== null || !isTaken(number)), ...free]);
  return withSigns(text, joinParts(text, numbers));
}

/** Every number of a short text, whatever it says. */
export function numbersIn(text: string, context: SentenceContext): readonly FoundNumber[] {
  return withSigns(text, joinParts(text, withoutOverlaps(plainNumbers(text, context))));
}

function plainNumbers(text: string, { isChinese, language, mark }: SentenceContext): readonly FoundNumber[] {
  if (isChinese) return [...numbersZh(text), ...numbersEn(text, { language: language ?? "zh", mark })];
  // "Spending of 4.8亿 yuan": amounts of the other writing within a sentence.
  const amounts = /\d ?[万亿兆成]/.test(text) ? numbersZh(text).filter(({ written }) => /^\d/.test(written)) : [];
  return [...amounts, ...numbersEn(text, { language, mark })];
}
