import { forEditors } from "@/lib/api/handlers";
import { readBeside } from "@/lib/api/read-beside";
import { readingResponse } from "@/lib/api/reading-response";
import { getParsed } from "@/lib/api/requests";
import { readJson } from "@/lib/http/read-json";
import { jsonResponse } from "@/lib/http/responses";
import { BODY_BYTES } from "@/lib/schemas/body-limits";
import { readRequest } from "@/lib/schemas/read-request";
import { parseRequest } from "@/lib/schemas/requests";

/** Every figure of a text: where it stands and how it reads. Nothing is kept. */
export const POST = forEditors(async ({ request }) => {
  const { value } = await readJson(request, { mostBytes: BODY_BYTES.article });
  const { text, ...options } = getParsed(parseRequest(readRequest, value));
  return jsonResponse(readingResponse(await readBeside(text, options)));
});
