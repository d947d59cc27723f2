import { forEditors } from "@/lib/api/handlers";
import { readAnswer } from "@/lib/api/read-answer";
import { readBeside } from "@/lib/api/read-beside";
import { getParsed } from "@/lib/api/requests";
import { dataAnswer } from "@/lib/http/answers";
import { readJson } from "@/lib/http/read-json";
import { MOST_BYTES, readRequest } from "@/lib/schemas/read-request";
import { parseRequest } from "@/lib/schemas/requests";

/** Every figure of a text: where it stands and how it reads. Nothing is kept. */
export const POST = forEditors(async ({ request }) => {
  const { value } = await readJson(request, { mostBytes: MOST_BYTES });
  const { text, ...options } = getParsed(parseRequest(readRequest, value));
  return dataAnswer(readAnswer(await readBeside(text, options)));
});
