import { bulkResponse } from "@/lib/api/bulk-response";
import { forEditors } from "@/lib/api/handlers";
import { getParsed } from "@/lib/api/requests";
import { isoDay } from "@/lib/dates/edtf";
import { readJson } from "@/lib/http/read-json";
import { figuresBulk, parseRequest } from "@/lib/schemas/requests";

/** Publishes or retracts several figures, or records that they were looked at again: all or none, and once for an Idempotency-Key. */
export const POST = forEditors(async ({ request, person }) => {
  const { value, text } = await readJson(request);
  const { action, items, ...changeReason } = getParsed(parseRequest(figuresBulk, value));
  const today = isoDay(new Date());
  const changes = { publish: { status: "published" } as const, "looked-again": { lookedAgain: today }, retract: null }[
    action
  ];
  return bulkResponse(request, person, text, { resource: "figures", changes, items, changeReason });
});
