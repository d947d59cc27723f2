import { forViewers } from "@/lib/api/handlers";
import { readChartParts } from "@/lib/data/admin/chart-parts";
import { jsonResponse } from "@/lib/http/responses";
import { parseKeys } from "@/lib/schemas/admin-parts";

/** What a chart of these metrics, regions and figures would show to readers. */
export const GET = forViewers(async ({ request }) => {
  const { searchParams } = new URL(request.url);
  const keys = (name: string) => parseKeys(searchParams, name);
  return jsonResponse(
    await readChartParts({ metrics: keys("metric"), regions: keys("region"), figures: keys("figure") }),
  );
});
