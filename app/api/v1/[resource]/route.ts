import { figureValues } from "@/lib/api/figure-values";
import { forEditors, getResource } from "@/lib/api/handlers";
import { answerFigures } from "@/lib/api/reading/figures";
import { forReaders } from "@/lib/api/reading/for-readers";
import { answerRecords } from "@/lib/api/reading/records";
import { getParsed, readAttempt, savedBody } from "@/lib/api/requests";
import { createRow } from "@/lib/data/commands/create";
import { withIdempotencyKey } from "@/lib/data/commands/idempotency";
import { preflight } from "@/lib/http/cors";
import { versionTag } from "@/lib/http/preconditions";
import { readJson } from "@/lib/http/read-json";
import { paths } from "@/lib/paths";
import { parseNew } from "@/lib/schemas/resources";

/** Published figures or records of another resource, page by page. */
export const GET = forReaders<{ resource: string }>(({ request, params }) => {
  const resource = getResource(params.resource);
  return resource === "figures" ? answerFigures(request) : answerRecords(request, resource);
});
export const OPTIONS = preflight("POST");

/** Makes a row, once for each Idempotency-Key: 201 with the row (and `warnings`), its version as ETag and its address. */
export const POST = forEditors<{ resource: string }>(async ({ request, params, person }) => {
  const resource = getResource(params.resource);
  const { value, text } = await readJson(request);
  const attempt = readAttempt(request, person, text);
  const input = getParsed(parseNew(resource, resource === "figures" ? await figureValues(value, null) : value));
  const context = { author: person, changeReason: { cause: null, reason: null }, batchId: null };
  const { value: body, text: answer } = await withIdempotencyKey(attempt, 201, async (tx) =>
    savedBody(tx, resource, await createRow(tx, resource, input, context)),
  );
  return new Response(answer, {
    status: 201,
    headers: {
      "content-type": "application/json",
      "cache-control": "no-store",
      etag: versionTag(body.data.version),
      location: paths.api.record(resource, body.data.key),
    },
  });
});
