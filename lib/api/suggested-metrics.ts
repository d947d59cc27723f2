import "server-only";
import { readMetricHints } from "@/lib/api/metric-hints";
import { listInUse } from "@/lib/data/admin/choices";
import type { ChoiceRecord } from "@/lib/figures/figure-choices";
import type { Counted } from "@/lib/reading/metrics/fit-unit";
import { metricsUsedWith } from "@/lib/reading/metrics/metric-hints";
import { suggestMetrics } from "@/lib/reading/metrics/suggest-metrics";

/** Most metrics suggested for one figure. */
const MOST_SUGGESTED = 4;

/**
 * The metrics in use that a phrase is most likely about, best first, at most 4: by the words around its number, by what its source says
 * that it counts, and by having been used before with that noun.
 */
export async function suggestedMetrics({
  phrase,
  counted,
}: {
  readonly phrase: string;
  readonly counted: Counted;
}): Promise<readonly ChoiceRecord<"metrics">[]> {
  const [metrics, used] = await Promise.all([listInUse("metrics"), readMetricHints()]);
  const before = counted.unit?.kind === "noun" ? metricsUsedWith(counted.unit.text, used) : [];
  return suggestMetrics(phrase, counted, metrics, { most: MOST_SUGGESTED, before });
}
