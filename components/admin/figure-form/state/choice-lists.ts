import { type Choice, choiceOf } from "@/components/admin/fields/choice";
import type { ChoiceResource, FigureChoices } from "@/lib/figures/figure-choices";

/** The records that a form knows, as its boxes list them. */
export type ChoiceLists = Readonly<Record<ChoiceResource, readonly Choice[]>>;

const made = new WeakMap<FigureChoices, ChoiceLists>();

/** The lists of some choices, made once for each: a form is drawn at every key. */
export function choiceLists(choices: FigureChoices): ChoiceLists {
  const known = made.get(choices);
  if (known) return known;
  const { metrics, regions, organisations, sources, topics } = choices;
  const lists = {
    metrics: metrics.map(choiceOf),
    regions: regions.map(choiceOf),
    organisations: organisations.map(choiceOf),
    sources: sources.map(choiceOf),
    topics: topics.map(choiceOf),
  };
  made.set(choices, lists);
  return lists;
}
