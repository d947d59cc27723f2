import "server-only";
import { readUsedNouns } from "@/lib/api/used-nouns";
import { listInUse } from "@/lib/data/desk/choices";
import type { ChoiceRecord } from "@/lib/figures/figure-choices";
import { suggestMetrics } from "@/lib/reading/fit-metric";
import type { Counted } from "@/lib/reading/fit-unit";
import { metricsUsedWith } from "@/lib/reading/used-nouns";

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
  const [metrics, used] = await Promise.all([listInUse("metrics"), readUsedNouns()]);
  const before = counted.unit?.kind === "noun" ? metricsUsedWith(counted.unit.text, used) : [];
  return suggestMetrics(phrase, counted, metrics, { most: MOST_SUGGESTED, before });
}
