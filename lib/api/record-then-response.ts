import "server-only";
import { goneOrNotFound } from "@/lib/api/gone-response";
import { recordResponse } from "@/lib/api/requests";
import { readKnownOn, TOO_MUCH_CHANGED } from "@/lib/data/public/past/known-on";
import { findRecordThen } from "@/lib/data/public/past/record-then";
import { errorResponse } from "@/lib/http/responses";
import { asOfProblem } from "@/lib/schemas/page-view";
import type { Resource } from "@/lib/schemas/resources";

/** A record as it was known on a day, which stands in it as `knownOn`; 400 for what is no day that has come. */
export async function recordThenResponse(resource: Resource, key: string, day: string): Promise<Response> {
  const problem = asOfProblem(day, new Date().toISOString().slice(0, 10));
  if (problem !== null) return errorResponse(400, "no_such_day", problem);
  const knownOn = await readKnownOn(day);
  if (knownOn === null) return errorResponse(422, "too_much_changed", TOO_MUCH_CHANGED);
  const found = await findRecordThen(resource, key, knownOn);
  if (found === null) return goneOrNotFound(null);
  if ("withdrawal" in found) return goneOrNotFound(found.withdrawal);
  return recordResponse({ ...found.record, knownOn: day });
}
