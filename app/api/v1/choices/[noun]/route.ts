import { forEditors } from "@/lib/api/handlers";
import { findRecords, listRecords } from "@/lib/data/desk/choices";
import { Refusal } from "@/lib/data/writing/refusal";
import { CHOICE_RESOURCES } from "@/lib/figures/figure-choices";
import { dataAnswer } from "@/lib/http/answers";
import { parseChoiceSearch, parseKeys } from "@/lib/schemas/desk-parts";

/** Records for a form to choose from: those in use with the words of `q`, page by page, or those with the keys of `key`. */
export const GET = forEditors<{ readonly noun: string }>(
  async ({ request, params }) => {
    const resource = CHOICE_RESOURCES.find((one) => one === params.noun);
    if (resource === undefined) throw new Refusal({ kind: "unknown" });
    const { searchParams } = new URL(request.url);
    const keys = parseKeys(searchParams, "key");
    if (keys.length === 0) return dataAnswer(await findRecords(resource, parseChoiceSearch(searchParams)));
    const records = await listRecords(resource, keys);
    return dataAnswer({ records, total: records.length });
  },
  { isWrite: false },
);
