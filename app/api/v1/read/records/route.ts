import { forEditors } from "@/lib/api/handlers";
import { getParsed } from "@/lib/api/requests";
import { listRecordsInText } from "@/lib/data/desk/records-in-text";
import { dataAnswer } from "@/lib/http/answers";
import { readJson } from "@/lib/http/read-json";
import { MOST_BYTES, textRequest } from "@/lib/schemas/read-request";
import { parseRequest } from "@/lib/schemas/requests";

/** The records that a text may tell of, for the reading desk to choose from. Nothing is kept. */
export const POST = forEditors(
  async ({ request }) => {
    const { value } = await readJson(request, { mostBytes: MOST_BYTES });
    return dataAnswer(await listRecordsInText(getParsed(parseRequest(textRequest, value)).text));
  },
  { isWrite: false },
);
