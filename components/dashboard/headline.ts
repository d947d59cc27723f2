import type { Extent } from "@/lib/figures/view-models";
import { countText } from "@/lib/format/words";

/** "26 figures from 9 sources, 2014–2024": how much there is and when it is about. */
export function extentText(extent: Extent, locale: string): string {
  const { figures, sources } = extent;
  const from = `from ${countText(sources.length, "source", "sources", locale)}`;
  return `${countText(figures, "figure", "figures", locale)} ${from}${spanText(extent)}`;
}

/** ", 2014–2024"; nothing where no outcome states a time. */
export function spanText({ years }: Extent): string {
  if (years === null) return "";
  return years.first === years.last ? `, ${years.first}` : `, ${years.first}–${years.last}`;
}
