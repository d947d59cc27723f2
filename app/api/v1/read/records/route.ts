import { forEditors } from "@/lib/api/handlers";
import { getParsed } from "@/lib/api/requests";
import { listRecordsInText } from "@/lib/data/admin/records-in-text";
import { readJson } from "@/lib/http/read-json";
import { jsonResponse } from "@/lib/http/responses";
import { BODY_BYTES } from "@/lib/schemas/body-limits";
import { textRequest } from "@/lib/schemas/read-request";
import { parseRequest } from "@/lib/schemas/requests";

/** The records that a text may tell of, for the reading desk to choose from. Nothing is kept. */
export const POST = forEditors(
  async ({ request }) => {
    const { value } = await readJson(request, { mostBytes: BODY_BYTES.article });
    return jsonResponse(await listRecordsInText(getParsed(parseRequest(textRequest, value)).text));
  },
  { isWrite: false },
);
