import { forReaders } from "@/lib/api/reading/for-readers";
import { openMetricData } from "@/lib/api/reading/metric-data";
import { sdmxCsv } from "@/lib/exports/statistics/sdmx-csv";
import { preflight } from "@/lib/http/cors";

/** The figures of a metric as SDMX-CSV 2.0. */
export const GET = forReaders<{ key: string }>(async ({ request, params }) => {
  const { metric, sets, site } = await openMetricData(request, params.key);
  const type = "application/vnd.sdmx.data+csv;version=2.0.0";
  return { body: sdmxCsv(metric.slug, sets, site), type, name: `${metric.slug}.sdmx.csv` };
});
export const OPTIONS = preflight();
