import { figureValues } from "@/lib/api/figure-values";
import { goneOrNotFound } from "@/lib/api/gone-response";
import { forEditors, getResource, seesDrafts } from "@/lib/api/handlers";
import { forReaders } from "@/lib/api/reading/for-readers";
import { answerRecord } from "@/lib/api/reading/one-record";
import { getParsed, recordResponse, savedBody, savedResponse } from "@/lib/api/requests";
import { changeRow } from "@/lib/data/commands/change";
import { findRecord } from "@/lib/data/commands/find";
import { retractRow } from "@/lib/data/commands/retract";
import { type Tx, withWriteTransaction } from "@/lib/data/db/transaction";
import { findWithdrawal } from "@/lib/data/public/withdrawn";
import { toRecord } from "@/lib/data/revisions/record";
import { preflight } from "@/lib/http/cors";
import { readVersion } from "@/lib/http/preconditions";
import { readJson } from "@/lib/http/read-json";
import { AS_OF } from "@/lib/schemas/page-view";
import { parseRequest, retractRequest } from "@/lib/schemas/requests";
import { parseChange } from "@/lib/schemas/resources";

interface Address {
  readonly resource: string;
  readonly key: string;
}

/** A published record for readers, as it was known on a day with `as-of`; for people with an account the newest version, drafts included. */
export const GET = forReaders<Address>(
  ({ request, params }) => answerRecord(request, getResource(params.resource), params.key),
  async ({ request, params }) => {
    const resource = getResource(params.resource);
    if (new URL(request.url).searchParams.has(AS_OF) || !(await seesDrafts(request))) return null;
    const found = await findRecord(resource, params.key);
    return found === null ? goneOrNotFound(await findWithdrawal(resource, params.key)) : recordResponse(found.record);
  },
);
export const OPTIONS = preflight("PATCH", "DELETE");

/** Changes the fields that are named, over the version that If-Match names; `warnings` say what is to be looked at. */
export const PATCH = forEditors<Address>(async ({ request, params, person }) => {
  const resource = getResource(params.resource);
  const target = { resource, key: params.key, version: readVersion(request) };
  const { value } = await readJson(request);
  const { changes, changeReason } = getParsed(
    parseChange(resource, resource === "figures" ? await figureValues(value, params.key) : value),
  );
  const change = async (tx: Tx) => savedBody(tx, resource, await changeRow(tx, target, changes, changeReason, person));
  return savedResponse(await withWriteTransaction(change));
});

/** Retracts: the row stays and can be restored; without an account one is told that it was withdrawn, and why. */
export const DELETE = forEditors<Address>(async ({ request, params, person }) => {
  const resource = getResource(params.resource);
  const target = { resource, key: params.key, version: readVersion(request) };
  const { value } = await readJson(request, { whenEmpty: {} });
  const changeReason = getParsed(parseRequest(retractRequest, value));
  return recordResponse(
    toRecord(resource, await withWriteTransaction((tx) => retractRow(tx, target, changeReason, person))),
  );
});
