import { forEditors } from "@/lib/api/handlers";
import { getParsed } from "@/lib/api/requests";
import { toRecord } from "@/lib/data/writing/record";
import { changeSeveral } from "@/lib/data/writing/several";
import { writing } from "@/lib/data/writing/transaction";
import { dataAnswer } from "@/lib/http/answers";
import { readJson } from "@/lib/http/read-json";
import { metricsBulk, parseRequest } from "@/lib/schemas/requests";

/** Moves several metrics to another topic, or retracts them: all or none. */
export const POST = forEditors(async ({ request, person }) => {
  const { value } = await readJson(request);
  const { items, cause, reason, ...asked } = getParsed(parseRequest(metricsBulk, value));
  const changes = asked.action === "retopic" ? { topic: asked.topic } : null;
  const several = { noun: "metrics", changes, items, why: { cause, reason } } as const;
  const done = await writing((tx) => changeSeveral(tx, several, person));
  return dataAnswer(done.map((stored) => toRecord("metrics", stored)));
});
