import { numberFormat } from "@/lib/format/formatters";

/** The right form for a number of things: plural(1, "figure", "figures") is "figure". */
function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** A count by itself: "2,000". */
export function formatCount(count: number, locale: string): string {
  return numberFormat(locale).format(count);
}

/** A count with its noun: "1 figure", "2,000 figures". */
export function countText(count: number, one: string, many: string, locale: string): string {
  return `${numberFormat(locale).format(count)} ${plural(count, one, many)}`;
}

/** Items as a sentence part: "a", "a and b", "a, b and c". */
export function listText(items: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { style: "long", type: "conjunction" }).format(items);
}
