import { otherChanges, saidTexts } from "@/components/figure/said-then";
import { fieldName, fieldText } from "@/components/ui/field-text";
import { CAUSES } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import type { Correction } from "@/lib/figures/history";
import { periodText } from "@/lib/format/period";

/** What was done, in one word or two. */
export const CORRECTED: Readonly<Record<Correction["kind"], string>> = {
  changed: "Corrected",
  retracted: "Retracted",
  restored: "Put back",
};

/** What the figure is about: "Companies attracted, Guizhou, 2018". */
export function aboutText({ before, after }: Correction): string {
  const figure = after ?? before;
  if (figure === null) return "A figure";
  const { metric, region, organisation } = figure;
  return [metric.name, organisation?.name ?? region.name, periodText(figure, LOCALE)].join(", ");
}

/** Why, in a sentence: "Our slip: the page says 9,551." Empty where nothing was said. */
export function whyText({ kind, cause, reason }: Pick<Correction, "kind" | "cause" | "reason">): string {
  // That it was retracted is said already.
  const said = cause === null || cause === kind ? null : (CAUSES[cause] ?? cause);
  const parts = [said, reason].filter((part) => part !== null);
  const text = parts.join(": ").replace(/\.?$/, ".");
  return parts.length === 0 ? "" : text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A correction in one line: "Corrected: Companies attracted, Guizhou, 2018: “more than 9,500 companies” to “9,551 companies”". */
export function correctionTitle(correction: Correction): string {
  const { was, is } = saidTexts(correction);
  const said = [was, is].flatMap((text) => (text === null ? [] : `“${text}”`)).join(" to ");
  return [CORRECTED[correction.kind], aboutText(correction), said].filter((part) => part !== "").join(": ");
}

/** What else differs, and why, in sentences. */
export function correctionSummary(correction: Correction): string {
  const changes = otherChanges(correction).map(
    ({ field, before, after }) => `${fieldName(field)}: ${fieldText(field, before)} → ${fieldText(field, after)}.`,
  );
  return [...changes, whyText(correction)].join(" ").trim();
}
