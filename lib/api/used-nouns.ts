import "server-only";
import { listMetricPhrases } from "@/lib/data/desk/metric-phrases";
import { keptUntilChange } from "@/lib/data/version";
import { type UsedNouns, usedNouns } from "@/lib/reading/used-nouns";

/** Which metrics figures were recorded under by the noun they count; looked up again after a change. */
export function readUsedNouns(): Promise<UsedNouns> {
  return keptUntilChange("used nouns", async () => usedNouns(await listMetricPhrases()));
}
