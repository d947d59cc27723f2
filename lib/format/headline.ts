import type { DashboardRecord } from "@/lib/figures/view-models";

/** A name with its possessive ending: "Guizhou’s", "Texas’". */
export function possessive(name: string): string {
  return name.endsWith("s") ? `${name}’` : `${name}’s`;
}

/** What a view of the dashboard is about, as a headline. */
export function viewHeadline({
  region,
  filter,
  choices,
}: {
  readonly region: { readonly name: string } | null;
  readonly filter: Pick<DashboardRecord["filter"], "topic">;
  readonly choices: Pick<DashboardRecord["choices"], "topics">;
}): string {
  const topic = choices.topics.find(({ slug }) => slug === filter.topic);
  const whose = region ? `${possessive(region.name)} tech industry` : "Regional tech industries";
  return topic ? `${whose}: ${topic.name.toLowerCase()}, figure by figure` : `${whose}, figure by figure`;
}
