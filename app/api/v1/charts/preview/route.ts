import { forViewers } from "@/lib/api/handlers";
import { readChartParts } from "@/lib/data/desk/chart-parts";
import { dataAnswer } from "@/lib/http/answers";
import { parseKeys } from "@/lib/schemas/desk-parts";

/** What a chart of these metrics, regions and figures would show to readers. */
export const GET = forViewers(async ({ request }) => {
  const { searchParams } = new URL(request.url);
  const keys = (name: string) => parseKeys(searchParams, name);
  return dataAnswer(
    await readChartParts({ metrics: keys("metric"), regions: keys("region"), figures: keys("figure") }),
  );
});
