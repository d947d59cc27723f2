import type { Figure } from "@/lib/figures/figure";
import { isStale, monthsOld } from "@/lib/figures/staleness";
import { edtfShort } from "@/lib/format/period";
import { countText } from "@/lib/format/words";

/** From so many months on an age is told in years. */
const IN_YEARS = 24;

/** "As of 2018, 8 years old" for a figure past its metric's shelf life on a day (yyyymmdd); null for any other, and where that cannot be told. */
export function ageText(figure: Figure, today: number, locale: string): string | null {
  const end = figure.periodEnd ?? figure.periodStart ?? figure.asOf;
  const months = monthsOld(figure, today);
  if (end === null || months === null || isStale(figure, today) !== true) return null;
  return `As of ${edtfShort(end, locale)}, ${lengthText(end, months, today, locale)} old`;
}

/** Years from year to year where no more than the year is known. */
function lengthText(end: string, months: number, today: number, locale: string): string {
  const isYear = end.length === 4;
  if (!isYear && months < IN_YEARS) return countText(months, "month", "months", locale);
  const years = isYear ? Math.floor(today / 10_000) - Number(end) : Math.floor(months / 12);
  return countText(years, "year", "years", locale);
}
