import { forEditors } from "@/lib/api/handlers";
import { getParsed } from "@/lib/api/requests";
import { suggestedMetrics } from "@/lib/api/suggested-metrics";
import { readJson } from "@/lib/http/read-json";
import { jsonResponse } from "@/lib/http/responses";
import { metricsRequest } from "@/lib/schemas/read-request";
import { parseRequest } from "@/lib/schemas/requests";

/** The metrics that a phrase is most likely about, best first. Nothing is kept. */
export const POST = forEditors(
  async ({ request }) =>
    jsonResponse(await suggestedMetrics(getParsed(parseRequest(metricsRequest, (await readJson(request)).value)))),
  { isWrite: false },
);
