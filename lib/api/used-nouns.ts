import "server-only";
import { listMetricPhrases } from "@/lib/data/desk/metric-phrases";
import { keptUntilRevision } from "@/lib/data/kept";
import { type UsedNouns, usedNouns } from "@/lib/reading/used-nouns";

/** Which metrics figures were recorded under by the noun they count; looked up again after a change. */
export function readUsedNouns(): Promise<UsedNouns> {
  return keptUntilRevision("used nouns", ["figures"], async () => usedNouns(await listMetricPhrases()));
}
