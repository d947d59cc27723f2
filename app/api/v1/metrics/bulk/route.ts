import { bulkResponse } from "@/lib/api/bulk-response";
import { forEditors } from "@/lib/api/handlers";
import { getParsed } from "@/lib/api/requests";
import { readJson } from "@/lib/http/read-json";
import { metricsBulk, parseRequest } from "@/lib/schemas/requests";

/** Moves several metrics to another topic, or retracts them: all or none, and once for an Idempotency-Key. */
export const POST = forEditors(async ({ request, person }) => {
  const { value, text } = await readJson(request);
  const { items, cause, reason, affectedFigures: _, ...asked } = getParsed(parseRequest(metricsBulk, value));
  const changes = asked.action === "retopic" ? { topic: asked.topic } : null;
  return bulkResponse(request, person, text, { resource: "metrics", changes, items, changeReason: { cause, reason } });
});
