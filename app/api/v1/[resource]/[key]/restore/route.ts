import { forEditors, getResource } from "@/lib/api/handlers";
import { getParsed, recordResponse } from "@/lib/api/requests";
import { restoreRow } from "@/lib/data/commands/restore";
import { withWriteTransaction } from "@/lib/data/db/transaction";
import { toRecord } from "@/lib/data/revisions/record";
import { readVersion } from "@/lib/http/preconditions";
import { readJson } from "@/lib/http/read-json";
import { parseRequest, restoreRequest } from "@/lib/schemas/requests";

/** Makes an earlier version the newest one again, as a new version. */
export const POST = forEditors<{ resource: string; key: string }>(async ({ request, params, person }) => {
  const resource = getResource(params.resource);
  const target = { resource, key: params.key, version: readVersion(request) };
  const { value } = await readJson(request);
  const { revision, before, ...changeReason } = getParsed(parseRequest(restoreRequest, value));
  return recordResponse(
    toRecord(
      resource,
      await withWriteTransaction((tx) => restoreRow(tx, target, { revision, before }, changeReason, person)),
    ),
  );
});
