import { figureValues } from "@/lib/api/figure-values";
import { forEditors, getNoun } from "@/lib/api/handlers";
import { getParsed, readAttempt, savedBody } from "@/lib/api/requests";
import { createRow } from "@/lib/data/writing/create";
import { once } from "@/lib/data/writing/once";
import { versionTag } from "@/lib/http/preconditions";
import { readJson } from "@/lib/http/read-json";
import { paths } from "@/lib/paths";
import { parseNew } from "@/lib/schemas/nouns";

/** Makes a row, once for each Idempotency-Key: 201 with the row (and `warnings`), its version as ETag and its address. */
export const POST = forEditors<{ noun: string }>(async ({ request, params, person }) => {
  const noun = getNoun(params.noun);
  const { value, text } = await readJson(request);
  const attempt = readAttempt(request, person, text);
  const input = getParsed(parseNew(noun, noun === "figures" ? await figureValues(value, null) : value));
  const context = { author: person, why: { cause: null, reason: null }, batchId: null };
  const { value: body, text: answer } = await once(attempt, 201, async (tx) =>
    savedBody(tx, noun, await createRow(tx, noun, input, context)),
  );
  return new Response(answer, {
    status: 201,
    headers: {
      "content-type": "application/json",
      "cache-control": "no-store",
      etag: versionTag(body.data.version),
      location: paths.api.record(noun, body.data.key),
    },
  });
});
