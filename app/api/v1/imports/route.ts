import { notFound } from "@/lib/api/error-responses";
import { forEditors, forViewers } from "@/lib/api/handlers";
import { jobResponse } from "@/lib/api/job-response";
import { readUpload } from "@/lib/api/read-upload";
import { readAttempt } from "@/lib/api/requests";
import { type Attempt, withIdempotencyKey } from "@/lib/data/commands/idempotency";
import { findBatchOf, listImportBatches } from "@/lib/data/import/batches";
import { jsonResponse } from "@/lib/http/responses";
import { finishedJob } from "@/lib/importing/job";
import { discardJob, findJob, hasRoom, newJobId, prepareJob, startJob, waitForJob } from "@/lib/jobs/import-jobs";
import { DomainError } from "@/lib/schemas/domain-error";

/** How long an answer may wait for the end of an import; after that, and with Prefer: respond-async, the answer is 202. */
const PATIENCE_SECONDS = 60;

/** Imports a file, or says what an import would do. An import is done once for each Idempotency-Key. */
export const POST = forEditors(async ({ request, person }) => {
  const { bytes, input, hash } = await readUpload(request);
  const { mode, cause, reason, name = "file", ...options } = input;
  const order = { ...options, mode, label: name, author: person, changeReason: { cause, reason } };
  const attempt = mode === "dry-run" ? null : readAttempt(request, person, hash);
  if (!hasRoom(person.id))
    throw new DomainError(503, "busy", "Other imports are waiting: try again.", { headers: { "retry-after": "10" } });
  const own = newJobId();
  prepareJob(own, order, bytes);
  // Started only once the attempt is known for certain: what is confirmed to nobody must not run, and nothing runs twice.
  const id = attempt === null ? own : await idOf(attempt, own);
  if (id !== own) discardJob(own);
  if (id !== own && findJob(person.id, id) === null) {
    // The site was stopped since: the import was either finished, or nothing of it was written and it is done now.
    const batch = await findBatchOf(bytes, person.name);
    if (batch !== null) return jsonResponse({ ...finishedJob(id, order.label), batch }, 201);
    prepareJob(id, order, bytes);
  }
  if (findJob(person.id, id) === null) startJob(person.id, id, order);
  const wantsNow = /\brespond-async\b/i.test(request.headers.get("prefer") ?? "");
  if (!wantsNow) await waitForJob(person.id, id, PATIENCE_SECONDS);
  const job = findJob(person.id, id);
  return job === null ? notFound() : jobResponse(job);
});

/** The job of an attempt: `own` the first time, later the one that was started then. */
async function idOf(attempt: Attempt, own: string): Promise<string> {
  try {
    return (await withIdempotencyKey(attempt, 202, async () => own)).value;
  } catch (error) {
    discardJob(own);
    throw error;
  }
}

/** Earlier imports, newest first. */
export const GET = forViewers(async () => jsonResponse(await listImportBatches()));
