import type { MetricGuess } from "@/lib/importing/look/table-look";
import type { NewMetric } from "@/lib/importing/table/recipe";

/** A new metric as it begins, by its name in the file; what nobody said is left to be filled in. */
export function newMetricOf({ proposal }: MetricGuess): NewMetric {
  return {
    slug: null,
    ...proposal,
    topic: "",
    definition: `“${proposal.name}”, as its source defines it.`.slice(0, 600),
    accumulation: null,
    shareOf: null,
    counted: null,
  };
}
