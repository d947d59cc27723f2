import { forEditors } from "@/lib/api/handlers";
import { getParsed } from "@/lib/api/requests";
import { bulkUpdate } from "@/lib/data/commands/bulk-update";
import { withWriteTransaction } from "@/lib/data/db/transaction";
import { unknown } from "@/lib/data/errors";
import { toRecord } from "@/lib/data/revisions/record";
import { readJson } from "@/lib/http/read-json";
import { jsonResponse } from "@/lib/http/responses";
import { orderRequest, parseRequest } from "@/lib/schemas/requests";

/** Puts the charts of the dashboard, or the topics, into the order given: all of them or none. */
export const POST = forEditors<{ resource: string }>(async ({ request, params: { resource }, person }) => {
  if (resource !== "charts" && resource !== "topics") throw unknown();
  const { value } = await readJson(request);
  const { items } = getParsed(parseRequest(orderRequest, value));
  const changes = (position: number) => ({ position });
  const changeReason = { cause: null, reason: "The order was changed" };
  const done = await withWriteTransaction((tx) => bulkUpdate(tx, { resource, changes, items, changeReason }, person));
  return jsonResponse(done.map((stored) => toRecord(resource, stored)));
});
