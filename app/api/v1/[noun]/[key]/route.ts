import { figureValues } from "@/lib/api/figure-values";
import { goneOrNotFound } from "@/lib/api/gone";
import { forAnyone, forEditors, getNoun } from "@/lib/api/handlers";
import { getParsed, recordAnswer, savedAnswer, savedBody } from "@/lib/api/requests";
import { findWithdrawal } from "@/lib/data/withdrawn";
import { changeRow } from "@/lib/data/writing/change";
import { findRecord, withoutDrafts } from "@/lib/data/writing/find";
import { toRecord } from "@/lib/data/writing/record";
import { retractRow } from "@/lib/data/writing/retract";
import { type Tx, writing } from "@/lib/data/writing/transaction";
import { readVersion } from "@/lib/http/preconditions";
import { readJson } from "@/lib/http/read-json";
import { parseChange } from "@/lib/schemas/nouns";
import { parseRequest, retractRequest } from "@/lib/schemas/requests";

interface Address {
  readonly noun: string;
  readonly key: string;
}

/** A row with its version as ETag. What is not public is there for people with an account only; what was public is gone (410). */
export const GET = forAnyone<Address>(async ({ params, seesDrafts }) => {
  const noun = getNoun(params.noun);
  const found = await findRecord(noun, params.key);
  if (found !== null && (await seesDrafts())) return recordAnswer(found.record);
  if (found?.state === "published") return recordAnswer(await withoutDrafts(noun, found.record));
  return goneOrNotFound(await findWithdrawal(noun, params.key));
});

/** Changes the fields that are named, over the version that If-Match names; `warnings` say what is to be looked at. */
export const PATCH = forEditors<Address>(async ({ request, params, person }) => {
  const noun = getNoun(params.noun);
  const target = { noun, key: params.key, version: readVersion(request) };
  const { value } = await readJson(request);
  const { changes, why } = getParsed(
    parseChange(noun, noun === "figures" ? await figureValues(value, params.key) : value),
  );
  const change = async (tx: Tx) => savedBody(tx, noun, await changeRow(tx, target, changes, why, person));
  return savedAnswer(await writing(change));
});

/** Retracts: the row stays and can be restored; without an account one is told that it was withdrawn, and why. */
export const DELETE = forEditors<Address>(async ({ request, params, person }) => {
  const noun = getNoun(params.noun);
  const target = { noun, key: params.key, version: readVersion(request) };
  const { value } = await readJson(request, { whenEmpty: {} });
  const why = getParsed(parseRequest(retractRequest, value));
  return recordAnswer(toRecord(noun, await writing((tx) => retractRow(tx, target, why, person))));
});
