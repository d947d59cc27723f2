import { forEditors } from "@/lib/api/handlers";
import { findRecords, listRecords } from "@/lib/data/admin/choices";
import { unknown } from "@/lib/data/errors";
import { CHOICE_RESOURCES } from "@/lib/figures/figure-choices";
import { jsonResponse } from "@/lib/http/responses";
import { parseChoiceSearch, parseKeys } from "@/lib/schemas/admin-parts";

/** Records for a form to choose from: those in use with the words of `q`, page by page, or those with the keys of `key`. */
export const GET = forEditors<{ readonly resource: string }>(
  async ({ request, params }) => {
    const resource = CHOICE_RESOURCES.find((one) => one === params.resource);
    if (resource === undefined) throw unknown();
    const { searchParams } = new URL(request.url);
    const keys = parseKeys(searchParams, "key");
    if (keys.length === 0) return jsonResponse(await findRecords(resource, parseChoiceSearch(searchParams)));
    const records = await listRecords(resource, keys);
    return jsonResponse({ records, total: records.length });
  },
  { isWrite: false },
);
