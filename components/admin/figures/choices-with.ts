import type { FigureDraft, FigureRecord } from "@/components/admin/figures/figure-draft";
import { metricOf, sourceOf } from "@/components/admin/figures/preview-figure";
import type { FigureChoices } from "@/lib/figures/figure-choices";

/** The choices with the records that were made together with a figure, under the keys that they were given. */
export function withMade(choices: FigureChoices, draft: FigureDraft, record: FigureRecord): FigureChoices {
  const { metric, region, organisation } = draft;
  const metricRef = metricOf(draft, choices);
  const isNew = <Value>(value: string | null | Value): value is Value => value !== null && typeof value === "object";
  const sources = draft.citations.flatMap((citation, index) => {
    const key = record.citations[index]?.source;
    const source = sourceOf(citation, choices);
    return isNew(citation.source) && source !== null && key !== undefined ? [{ ...source, slug: key }] : [];
  });
  return {
    ...choices,
    metrics:
      isNew(metric) && metricRef !== null
        ? [{ ...metricRef, slug: record.metric, definition: metric.definition }, ...choices.metrics]
        : choices.metrics,
    regions: isNew(region)
      ? [
          { code: record.region, name: region.name, nameLocal: region.nameLocal || null, parentName: null },
          ...choices.regions,
        ]
      : choices.regions,
    organisations:
      isNew(organisation) && record.organisation !== null
        ? [{ slug: record.organisation, name: organisation.name }, ...choices.organisations]
        : choices.organisations,
    sources: [...sources, ...choices.sources],
  };
}
