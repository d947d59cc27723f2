import { admit } from "@/lib/auth/admit";
import { readChartParts } from "@/lib/data/desk/chart-parts";
import { parseKeys } from "@/lib/schemas/desk-parts";

/** What a chart of these metrics, regions and figures would show. */
export async function GET(request: Request): Promise<Response> {
  const who = await admit(request, "view");
  if ("refusal" in who) return who.refusal;
  const { searchParams } = new URL(request.url);
  const keys = (name: string) => parseKeys(searchParams, name);
  const parts = await readChartParts({ metrics: keys("metric"), regions: keys("region"), figures: keys("figure") });
  return Response.json({ data: parts }, { headers: { "cache-control": "no-store" } });
}
