import { read } from "@/components/admin/api-client";
import type { FigureDraft, FigureRecord } from "@/components/admin/figure-form/state/figure-draft";
import { metricOf, sourceOf } from "@/components/admin/figure-form/state/preview-figure";
import type { TopicRef } from "@/lib/figures/figure";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { paths } from "@/lib/paths";

const isNew = <Value>(value: string | null | Value): value is Value => value !== null && typeof value === "object";

/** The topic that was made together with a figure's metric; null where none was, or the site does not say. */
export async function topicMade({ metric }: FigureDraft, record: FigureRecord): Promise<TopicRef | null> {
  if (!isNew(metric) || !isNew(metric.topic)) return null;
  const { name } = metric.topic;
  const made = await read<{ readonly topic: string }>(paths.api.record("metrics", record.metric));
  return made === null ? null : { slug: made.topic, name };
}

/** The records that were made together with a figure, under the keys that they were given. */
export function madeWith(
  choices: FigureChoices,
  draft: FigureDraft,
  record: FigureRecord,
  topic: TopicRef | null,
): FigureChoices {
  const { metric, region, organisation } = draft;
  const ref = metricOf(draft, choices);
  return {
    metrics:
      isNew(metric) && ref !== null
        ? [{ ...ref, slug: record.metric, definition: metric.definition, topic: topic ?? ref.topic }]
        : [],
    regions: isNew(region)
      ? [{ code: record.region, name: region.name, nameLocal: region.nameLocal || null, parentName: null }]
      : [],
    organisations:
      isNew(organisation) && record.organisation !== null
        ? [{ slug: record.organisation, name: organisation.name }]
        : [],
    sources: draft.citations.flatMap((citation, index) => {
      const key = record.citations[index]?.source;
      const source = sourceOf(citation, choices);
      return isNew(citation.source) && source !== null && key !== undefined ? [{ ...source, slug: key }] : [];
    }),
    topics: topic === null ? [] : [topic],
  };
}
