import { figureValues } from "@/lib/api/figure-values";
import { goneOrNotFound } from "@/lib/api/gone-response";
import { forAnyone, forEditors, getResource } from "@/lib/api/handlers";
import { recordThenResponse } from "@/lib/api/record-then-response";
import { getParsed, recordResponse, savedBody, savedResponse } from "@/lib/api/requests";
import { changeRow } from "@/lib/data/commands/change";
import { findRecord, withoutDrafts } from "@/lib/data/commands/find";
import { retractRow } from "@/lib/data/commands/retract";
import { type Tx, withWriteTransaction } from "@/lib/data/db/transaction";
import { findWithdrawal } from "@/lib/data/public/withdrawn";
import { toRecord } from "@/lib/data/revisions/record";
import { readVersion } from "@/lib/http/preconditions";
import { readJson } from "@/lib/http/read-json";
import { AS_OF } from "@/lib/schemas/page-view";
import { parseRequest, retractRequest } from "@/lib/schemas/requests";
import { parseChange } from "@/lib/schemas/resources";

interface Address {
  readonly resource: string;
  readonly key: string;
}

/**
 * A row with its version as ETag. What is not public is there for people with an account only; what was public is gone (410). With `as-of` as
 * it was known on that day, for everyone alike.
 */
export const GET = forAnyone<Address>(async ({ request, params, seesDrafts }) => {
  const resource = getResource(params.resource);
  const asOf = new URL(request.url).searchParams.get(AS_OF);
  if (asOf !== null) return recordThenResponse(resource, params.key, asOf);
  const found = await findRecord(resource, params.key);
  if (found !== null && (await seesDrafts())) return recordResponse(found.record);
  if (found?.state === "published") return recordResponse(await withoutDrafts(resource, found.record));
  return goneOrNotFound(await findWithdrawal(resource, params.key));
});

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
