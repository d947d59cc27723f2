import { yearOf } from "@/lib/figures/edtf";
import type { Figure } from "@/lib/figures/figure";
import type { DashboardRecord } from "@/lib/figures/records";
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

/** "26 figures from 9 sources, 2014–2024": how much there is and when it is about. Targets do not stretch the years. */
export function extentText(figures: readonly Figure[], locale: string): string {
  const sources = new Set(figures.flatMap(({ citations }) => citations.map(({ source }) => source.slug)));
  const outcomes = figures.filter(({ outlook }) => outlook === "outcome");
  const years = outcomes.flatMap(({ firstDay, lastDay }) =>
    [firstDay, lastDay].filter((day) => day !== null).map(yearOf),
  );
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const span = years.length === 0 ? "" : first === last ? `, ${first}` : `, ${first}–${last}`;
  return `${countText(figures.length, "figure", "figures", locale)} from ${countText(sources.size, "source", "sources", locale)}${span}`;
}
