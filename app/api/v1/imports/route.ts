import { notFound } from "@/lib/api/error-responses";
import { forEditors, forViewers } from "@/lib/api/handlers";
import { jobResponse } from "@/lib/api/job-response";
import { readUpload } from "@/lib/api/read-upload";
import { readAttempt } from "@/lib/api/requests";
import { withIdempotencyKey } from "@/lib/data/commands/idempotency";
import { db } from "@/lib/data/db/client";
import { listImportBatches } from "@/lib/data/import/batches";
import { recipeOf } from "@/lib/data/import/open-import";
import { recipeNamed } from "@/lib/data/import/recipes";
import { jsonResponse } from "@/lib/http/responses";
import { beginJob, findJob, type Once, waitForJob } from "@/lib/jobs/import-jobs";
import { hasRoom } from "@/lib/jobs/import-queue";
import { DomainError } from "@/lib/schemas/domain-error";

/** How long an answer may wait for the end of an import; after that, and with Prefer: respond-async, the answer is 202. */
const PATIENCE_SECONDS = 60;

/** Imports a file, says what an import would do, or what the file looks like. An import is done once for each Idempotency-Key. */
export const POST = forEditors(async ({ request, person }) => {
  const { bytes, input, hash } = await readUpload(request);
  const { mode, cause, reason, name = "file", status, skipRefused: skipsRefused } = input;
  const recipe = recipeOf(input, input.use === null ? null : await recipeNamed(db(), input.use));
  const order = { recipe, status, skipsRefused, mode, label: name, author: person, changeReason: { cause, reason } };
  const attempt = mode === "import" ? readAttempt(request, person, hash) : null;
  if (!hasRoom(person.id))
    throw new DomainError(503, "busy", "Other imports are waiting: try again.", { headers: { "retry-after": "10" } });
  const asked = { personId: person.id, order, file: bytes };
  // Begun only once the attempt is known for certain: what is confirmed to nobody must not run, and nothing runs twice.
  const once: Once | undefined =
    attempt === null
      ? undefined
      : async (own, write) => {
          const kept = await withIdempotencyKey(attempt, 202, async (tx) => {
            await write(tx);
            return own;
          });
          return kept.value;
        };
  const id = await beginJob(asked, once);
  const wantsNow = /\brespond-async\b/i.test(request.headers.get("prefer") ?? "");
  if (!wantsNow) await waitForJob(person.id, id, PATIENCE_SECONDS);
  const job = await findJob(person.id, id);
  return job === null ? notFound() : jobResponse(job);
});

/** Earlier imports, newest first. */
export const GET = forViewers(async () => jsonResponse(await listImportBatches()));
