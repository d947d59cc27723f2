import { bounds } from "@/lib/figures/bounds";
import type { Figure, Quantity, Wording } from "@/lib/figures/figure";
import { wordingAsStated as asStated, wordingWords } from "@/lib/figures/wording";
import { readableNumber, readableRange, tickNumber } from "@/lib/format/number";
import { isCurrency, joinUnit, unitText } from "@/lib/format/unit";
import { plainDecimal } from "@/lib/numbers/decimal";

/** A number with its digits as kept; digits default to the value's own. */
export type WrittenQuantity = Quantity & { readonly digits?: string; readonly digitsHigh?: string | null };

/** Short signs of the wordings (as /method explains them). "nearly" keeps words: no sign says "just under". */
const SIGNS: Readonly<Record<Wording, string>> = {
  exactly: "",
  about: "≈\u00a0",
  more_than: ">\u00a0",
  at_least: "≥\u00a0",
  nearly: "just under\u00a0",
  less_than: "<\u00a0",
  up_to: "≤\u00a0",
  between: "",
};

/** The words of the source itself: see lib/figures/wording. */
export const wordingAsStated = asStated;

/** The number of a quantity and its unit apart, for large type: {number: "70 million", unit: "yuan"}; a range is "70–80", or "−3 to 4". */
export function numberText(
  quantity: WrittenQuantity,
  unit: string,
  locale: string,
): { readonly number: string; readonly unit: string } {
  const digits = quantity.digits ?? plainDecimal(quantity.value);
  if (quantity.valueHigh === null) return { number: readableNumber(digits, locale), unit: unitText(unit, digits) };
  const digitsHigh = quantity.digitsHigh ?? plainDecimal(quantity.valueHigh);
  return { number: readableRange(digits, digitsHigh, locale), unit: unitText(unit, digitsHigh) };
}

/**
 * A quantity in the least room, for labels in charts: "> 9,500", "≈ 20%", "just under 300", "70–80%", "−3 to 4%".
 * Percent signs, currencies and times are written; the noun of a count is left to the chart's subtitle.
 */
export function shortQuantity(quantity: WrittenQuantity, unit: string, locale: string): string {
  const text = numberText(quantity, unit, locale);
  const keepsUnit = text.unit === "%" || isCurrency(unit) || SPOKEN_UNITS.has(unit);
  return SIGNS[quantity.wording] + joinUnit(text.number, keepsUnit ? text.unit : "");
}

const SPOKEN_UNITS: ReadonlySet<string> = new Set(["hours", "days", "months", "years", "times", "points"]);

/** A figure in words, as its source words it: "more than 9,500 companies", "some 2,000 people", "between 70% and 80%". */
export function wordedQuantity(
  figure: Pick<Figure, "wording" | "qualifier" | "citations" | "value" | "valueHigh" | "digits" | "digitsHigh"> & {
    readonly metric: Pick<Figure["metric"], "unit" | "counted">;
  },
  locale: string,
): string {
  const unit = figure.metric.counted ?? figure.metric.unit;
  const words = asStated(figure);
  if (figure.valueHigh !== null && figure.digitsHigh !== null) {
    const high = joinUnit(readableNumber(figure.digitsHigh, locale), unitText(unit, figure.digitsHigh));
    const lowUnit = unit === "percent" ? "%" : "";
    return `between ${joinUnit(readableNumber(figure.digits, locale), lowUnit)} and ${high}`;
  }
  const text = numberText(figure, unit, locale);
  return `${words} ${joinUnit(text.number, text.unit)}`.trim();
}

/** What the bounds of a quantity are, in words: "more than 9,500; no upper bound is stated". */
export function boundsText(quantity: WrittenQuantity, unit: string, locale: string): string {
  const write = (digits: string) => joinUnit(readableNumber(digits, locale), unitText(unit, digits));
  const low = write(quantity.digits ?? plainDecimal(quantity.value));
  const { low: lowBound, high: highBound } = bounds(quantity);
  if (quantity.wording === "exactly") return `${low}, as printed, with no word of doubt`;
  if (quantity.wording === "about") return `near ${low}; how near is not stated`;
  if (quantity.valueHigh !== null) {
    return `from ${low} to ${write(quantity.digitsHigh ?? plainDecimal(quantity.valueHigh))}`;
  }
  const words = wordingWords(quantity.wording);
  if (lowBound !== null && highBound === null) return `${words} ${low}; no upper bound is stated`;
  return `${words === "nearly" ? "below but close to" : words} ${low}; no lower bound is stated`;
}

/** A tick of an axis with its unit where that is one sign: 50%, 10k. */
export function tickText(value: number, unit: string, locale: string): string {
  return joinUnit(tickNumber(value, locale), unit === "percent" ? "%" : "");
}
