import { verdict } from "@/lib/figures/claims/verdict";
import type { ClaimsTogether, Figure } from "@/lib/figures/figure";
import { wordedQuantity } from "@/lib/format/quantity";
import { countText } from "@/lib/format/words";

/** Why two claims stand to each other as they do, with both, the smaller first: "Both can be true: more than 9,500 and 9,551 companies". */
export function verdictText(a: Figure, b: Figure, locale: string): string {
  const { kind, reason } = verdict(a, b);
  const why = reason.slice(0, 1).toUpperCase() + reason.slice(1);
  if (kind === "not_comparable") return why;
  const said = [a, b]
    .sort((one, other) => one.value - other.value || one.wording.localeCompare(other.wording, "en"))
    .map((figure) => wordedQuantity(figure, locale));
  return said[0] === said[1] ? `${why}: ${said[0]}` : `${why}: ${said.join(" and ")}`;
}

/** What claims say together, for a tag: "Claims differ", "3 sources agree", "3 articles, 1 origin"; null where that is nothing to tell. */
export function claimsText({ kind, figures, counted }: ClaimsTogether, locale: string): string | null {
  if (kind === "differ") return "Claims differ";
  if (counted === null || kind === "cannot_tell") return countText(figures, "claim", "claims", locale);
  if (counted.origins > 1) return `${countText(counted.origins, "source", "sources", locale)} agree`;
  return counted.sources > 1 ? originsText(counted, locale) : null;
}

/** "3 articles, 1 origin". */
export function originsText({ sources, origins }: NonNullable<ClaimsTogether["counted"]>, locale: string): string {
  return `${countText(sources, "article", "articles", locale)}, ${countText(origins, "origin", "origins", locale)}`;
}

/** The verdict on several claims as a sentence, with the two that decide it: "No number is both: 90.5% and 99.7%". */
export function togetherText({ kind }: ClaimsTogether, figures: readonly Figure[], locale: string): string | null {
  for (const [index, figure] of figures.entries()) {
    const other = figures.slice(index + 1).findLast((each) => verdict(figure, each).kind === kind);
    if (other) return verdictText(figure, other, locale);
  }
  return null;
}

/**
 * How far apart claims are that cannot all be true, as a part of the larger number (0 to 1), the lowest and the highest of them among
 * `figures`: "About 9.2% apart." between two numbers; "At least 23% apart." where a bound or a range is the nearer end of one.
 */
export function apartText(figures: readonly Figure[], apart: number, locale: string): string {
  if (apart === 0) return "They touch and do not meet.";
  const isExact = figures.every(({ wording }) => wording === "exactly" || wording === "about");
  const digits = Math.max(0, 1 - Math.floor(Math.log10(apart * 100)));
  const step = 10 ** digits;
  // What is apart at least that much is so also after rounding.
  const percent = isExact ? Math.round(apart * 100 * step) / step : Math.floor(apart * 100 * step) / step;
  const shown = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: digits }).format(
    percent / 100,
  );
  return `${isExact ? "About" : "At least"} ${shown} apart.`;
}
