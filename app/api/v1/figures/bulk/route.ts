import { forEditors } from "@/lib/api/handlers";
import { getParsed } from "@/lib/api/requests";
import { toRecord } from "@/lib/data/writing/record";
import { changeSeveral } from "@/lib/data/writing/several";
import { writing } from "@/lib/data/writing/transaction";
import { dataAnswer } from "@/lib/http/answers";
import { readJson } from "@/lib/http/read-json";
import { figuresBulk, parseRequest } from "@/lib/schemas/requests";

/** Publishes or retracts several figures: all or none. */
export const POST = forEditors(async ({ request, person }) => {
  const { value } = await readJson(request);
  const { action, items, ...why } = getParsed(parseRequest(figuresBulk, value));
  const changes = action === "publish" ? ({ status: "published" } as const) : null;
  const done = await writing((tx) => changeSeveral(tx, { noun: "figures", changes, items, why }, person));
  return dataAnswer(done.map((stored) => toRecord("figures", stored)));
});
