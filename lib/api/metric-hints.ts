import "server-only";
import { listMetricPhrases } from "@/lib/data/admin/metric-phrases";
import { cacheUntilRevision } from "@/lib/data/revisions/revision-cache";
import { type MetricHints, metricHints } from "@/lib/reading/metrics/metric-hints";

/** Which metrics figures were recorded under by the noun they count; looked up again after a change. */
export function readMetricHints(): Promise<MetricHints> {
  return cacheUntilRevision("metric hints", ["figures"], async () => metricHints(await listMetricPhrases()));
}
