import { forReaders } from "@/lib/api/reading/for-readers";
import { addressOf, readMetricData } from "@/lib/api/reading/metric-data";
import { jsonStat } from "@/lib/exports/statistics/json-stat";
import { preflight } from "@/lib/http/cors";

/** The figures of a metric as JSON-stat 2.0. */
export const GET = forReaders<{ key: string }>(async ({ request, params }) => {
  const { metric, figures } = await readMetricData(request, params.key);
  const { slug, name, unit } = metric;
  return { body: jsonStat(figures, { address: addressOf, metric: { slug, name, unit } }) };
});
export const OPTIONS = preflight();
