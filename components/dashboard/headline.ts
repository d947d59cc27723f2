import type { DashboardRecord, Extent } from "@/lib/figures/view-models";
import { countText } from "@/lib/format/words";

/** A name with its possessive ending: "Guizhou’s", "Texas’". */
export function possessive(name: string): string {
  return name.endsWith("s") ? `${name}’` : `${name}’s`;
}

/** What a view of the dashboard is about, as a headline. */
export function viewHeadline({
  region,
  filter,
  choices,
}: Pick<DashboardRecord, "region" | "filter" | "choices">): string {
  const topic = choices.topics.find(({ slug }) => slug === filter.topic);
  const whose = region ? `${possessive(region.name)} tech industry` : "Regional tech industries";
  return topic ? `${whose}: ${topic.name.toLowerCase()}, figure by figure` : `${whose}, figure by figure`;
}

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
