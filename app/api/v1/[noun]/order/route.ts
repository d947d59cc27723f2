import { forEditors } from "@/lib/api/handlers";
import { getParsed } from "@/lib/api/requests";
import { toRecord } from "@/lib/data/writing/record";
import { unknown } from "@/lib/data/writing/refusal";
import { changeSeveral } from "@/lib/data/writing/several";
import { writing } from "@/lib/data/writing/transaction";
import { dataAnswer } from "@/lib/http/answers";
import { readJson } from "@/lib/http/read-json";
import { orderRequest, parseRequest } from "@/lib/schemas/requests";

/** Puts the charts of the dashboard, or the topics, into the order given: all of them or none. */
export const POST = forEditors<{ noun: string }>(async ({ request, params: { noun }, person }) => {
  if (noun !== "charts" && noun !== "topics") throw unknown();
  const { value } = await readJson(request);
  const { items } = getParsed(parseRequest(orderRequest, value));
  const changes = (position: number) => ({ position });
  const why = { cause: null, reason: "The order was changed" };
  const done = await writing((tx) => changeSeveral(tx, { noun, changes, items, why }, person));
  return dataAnswer(done.map((stored) => toRecord(noun, stored)));
});
