import "server-only";
import { gone } from "@/lib/api/gone-response";
import { someOf, toFigureRecord } from "@/lib/api/reading/figure-record";
import { assertFields } from "@/lib/api/reading/figures";
import { type Answer, readQuery } from "@/lib/api/reading/for-readers";
import { knownOnDay } from "@/lib/api/reading/known-day";
import { findRecord, withoutDrafts } from "@/lib/data/commands/find";
import { listFiguresByIds } from "@/lib/data/public/figures";
import { findFigureThen } from "@/lib/data/public/past/figure-then";
import { findRecordThen } from "@/lib/data/public/past/record-then";
import { findWithdrawal } from "@/lib/data/public/withdrawn";
import type { ResourceRecord } from "@/lib/data/revisions/record";
import { figureQuery, recordQuery } from "@/lib/schemas/api/parameters";
import type { Resource } from "@/lib/schemas/resources";

/** A published record, as it was known on a day where one is asked for (`knownOn`). 404 for what is not public, 410 for what was withdrawn. */
export async function answerRecord(request: Request, resource: Resource, key: string): Promise<Answer> {
  if (resource === "figures") return answerFigure(request, key);
  const day = readQuery(request, recordQuery)["as-of"];
  if (day !== undefined) return { body: { data: { ...(await recordThen(resource, key, day)), knownOn: day } } };
  const found = await findRecord(resource, key);
  if (found?.state !== "published") throw gone(await findWithdrawal(resource, key));
  return { body: { data: await withoutDrafts(resource, found.record) } };
}

async function answerFigure(request: Request, key: string): Promise<Answer> {
  const { fields, "as-of": day } = readQuery(request, figureQuery);
  assertFields(fields);
  if (day === undefined) {
    const [figure] = await listFiguresByIds([key]);
    if (figure === undefined) throw gone(await findWithdrawal("figures", key));
    return { body: { data: someOf(toFigureRecord(figure), fields) } };
  }
  const knownOn = await knownOnDay(day);
  await recordThen("figures", key, day);
  const then = await findFigureThen(key, knownOn);
  if (then === null) throw gone(null);
  return { body: { data: { ...someOf(toFigureRecord(then.figure), fields), knownOn: day } } };
}

/** A record as readers saw it on a day; refuses what they did not see. */
async function recordThen(resource: Resource, key: string, day: string): Promise<ResourceRecord> {
  const found = await findRecordThen(resource, key, await knownOnDay(day));
  if (found === null) throw gone(null);
  if ("withdrawal" in found) throw gone(found.withdrawal);
  return found.record;
}
