import { forEditors, getNoun } from "@/lib/api/handlers";
import { getParsed, recordAnswer } from "@/lib/api/requests";
import { toRecord } from "@/lib/data/writing/record";
import { restoreRow } from "@/lib/data/writing/restore";
import { writing } from "@/lib/data/writing/transaction";
import { readVersion } from "@/lib/http/preconditions";
import { readJson } from "@/lib/http/read-json";
import { parseRequest, restoreRequest } from "@/lib/schemas/requests";

/** Makes an earlier version the newest one again, as a new version. */
export const POST = forEditors<{ noun: string; key: string }>(async ({ request, params, person }) => {
  const noun = getNoun(params.noun);
  const target = { noun, key: params.key, version: readVersion(request) };
  const { value } = await readJson(request);
  const { revision, before, ...why } = getParsed(parseRequest(restoreRequest, value));
  return recordAnswer(toRecord(noun, await writing((tx) => restoreRow(tx, target, { revision, before }, why, person))));
});
