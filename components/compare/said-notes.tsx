import { LOCALE } from "@/components/ui/locale";
import type { CompareView, NotShown } from "@/lib/figures/compare/compare-view";
import { listText } from "@/lib/format/words";

/** What a comparison does not show as it was asked for, and what was chosen for the reader. */
export function SaidNotes({ view, base }: { readonly view: CompareView; readonly base: number | null }) {
  const { metrics, regions } = view.notShown;
  const { isFilledIn } = view;
  const sentences = [
    ...sentencesOf(metrics, "metrics", "metric"),
    ...sentencesOf(regions, "regions", "region"),
    ...(view.metrics.length > 0 && (isFilledIn.metrics || isFilledIn.regions) ? [filledIn(isFilledIn)] : []),
    ...(base !== null && view.year !== null
      ? [`One year has no index: the figures of ${view.year} are shown as their sources say them.`]
      : []),
  ];
  if (sentences.length === 0) return null;
  return (
    <ul className="said-notes" role="status">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function sentencesOf({ beyond, unknown }: NotShown, many: string, one: string): readonly string[] {
  const quoted = unknown.map((key) => `“${key.slice(0, 60)}”`);
  return [
    ...(beyond.length > 0 ? [`Six ${many} are compared at once. Not shown: ${listText(beyond, LOCALE)}.`] : []),
    ...(quoted.length > 0 ? [`There is no ${one} ${listText(quoted, LOCALE)}.`] : []),
  ];
}

function filledIn({ metrics, regions }: CompareView["isFilledIn"]): string {
  if (metrics && regions)
    return "Nothing was chosen: these are the metric that most regions have, and what they have in common.";
  return metrics
    ? "No metric was chosen: these are those that most of the regions have."
    : "No region was chosen: these are those with most figures of what is compared.";
}
