import type { Stretch } from "@/lib/reading/article/split-text";
import { numbersZh } from "@/lib/reading/chinese/numbers";
import { fractionsEn, ordersEn, ordinalsEn } from "@/lib/reading/english/fractions";
import { numbersEn } from "@/lib/reading/english/numbers";
import { findIgnoredSpans } from "@/lib/reading/ignored-spans";
import { type FoundNumber, withoutOverlaps } from "@/lib/reading/quantities/found-number";
import type { MoneyOfText } from "@/lib/reading/quantities/money";
import { joinParts } from "@/lib/reading/quantities/number-parts";
import { withSigns } from "@/lib/reading/quantities/signs";
import type { DecimalMark } from "@/lib/reading/quantities/written-digits";
import type { FoundTime } from "@/lib/reading/time-spans";

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
  const taken: readonly Stretch[] = [...context.times, ...findIgnoredSpans(text, context.isParagraphStart)];
  const isUniqueViolation = ({ start, end }: Stretch) => taken.some((other) => start < other.end && end > other.start);
  const special = isChinese ? [] : [...fractionsEn(text), ...ordinalsEn(text), ...ordersEn(text)];
  // "2 1/2" looks like a date, and is none.
  const free = plainNumbers(text, context).filter(
    (number) => number.unit?.kind === "place" || /^\d+[ -]\d\/\d/.test(number.written) || !isUniqueViolation(number),
  );
  const numbers = withoutOverlaps([
    ...special.filter((number) => number.unit !== null || !isUniqueViolation(number)),
    ...free,
  ]);
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
