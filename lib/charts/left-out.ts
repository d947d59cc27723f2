import type { Choice } from "@/lib/charts/choose-chart";
import type { Figure } from "@/lib/figures/figure";
import { numberFormat } from "@/lib/format/formatters";
import { countText } from "@/lib/format/words";

/**
 * What a chart does not draw, for its subtitle: "6 of 20 regions; all in the table". `figures` are those that its table holds, `total` is
 * how many there are. Empty where everything is drawn.
 */
export function leftOutText(choice: Choice, figures: readonly Figure[], total: number, locale: string): string {
  const { drawn, series, isNewestOnly } = choice;
  const count = (value: number) => numberFormat(locale).format(value);
  const all = countText(total, "figure", "figures", locale);
  const held = `the newest ${count(figures.length)} of ${all}`;
  const isCut = figures.length < total;
  if (drawn.length === figures.length) return isCut ? held : "";

  const some =
    series.drawn < series.all ? `${count(series.drawn)} of ${count(series.all)} ${seriesNoun(figures)}` : null;
  const which = isNewestOnly
    ? some === null
      ? `the newest of each of ${count(series.all)} ${seriesNoun(figures)}`
      : `${some}, the newest of each`
    : some;
  return `${which ?? `${count(drawn.length)} of ${countText(figures.length, "figure", "figures", locale)}`}; ${isCut ? `${held} are` : "all"} in the table`;
}

/** What the series of a chart are, in the plural. */
function seriesNoun(figures: readonly Figure[]): string {
  if (new Set(figures.map(({ metric }) => metric.slug)).size > 1) return "series";
  const some = figures.some(({ organisation }) => organisation !== null);
  if (!some) return "regions";
  return figures.every(({ organisation }) => organisation !== null) ? "organisations" : "regions and organisations";
}
