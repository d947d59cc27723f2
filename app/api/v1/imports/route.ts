import { forEditors, forViewers } from "@/lib/api/handlers";
import { answerJob } from "@/lib/api/job-answer";
import { readUpload } from "@/lib/api/read-upload";
import { readAttempt } from "@/lib/api/requests";
import { listImportBatches } from "@/lib/data/import-batches";
import { once } from "@/lib/data/writing/once";
import { dataAnswer, errorAnswer } from "@/lib/http/answers";
import { BadRequest } from "@/lib/http/bad-request";
import { findJob, startJob, waitForJob } from "@/lib/jobs/import-jobs";

/** How long an answer may wait for the end of an import; after that, and with Prefer: respond-async, the answer is 202. */
const PATIENCE_SECONDS = 60;

/** Imports a file, or says what an import would do. An import is done once for each Idempotency-Key. */
export const POST = forEditors(async ({ request, person }) => {
  const { bytes, input, hash } = await readUpload(request);
  const { mode, cause, reason, name = "file", ...options } = input;
  const start = () => {
    const order = { ...options, mode, label: name, author: person, why: { cause, reason } };
    const started = startJob(person.id, order, bytes);
    if (started === null)
      throw new BadRequest(503, "busy", "Other imports are waiting: try again.", { "retry-after": "10" });
    return started;
  };
  const answered =
    mode === "dry-run"
      ? { body: start() }
      : await once(readAttempt(request, person, hash), async () => ({ status: 202, body: start() }));
  const id = answered.body;
  const wantsNow = /\brespond-async\b/i.test(request.headers.get("prefer") ?? "");
  if (!wantsNow) await waitForJob(person.id, id, PATIENCE_SECONDS);
  const job = findJob(person.id, id);
  if (job !== null) return answerJob(job);
  const message = "The site was restarted since: look in the list of imports whether this one was finished.";
  return errorAnswer(409, "forgotten", message);
});

/** Earlier imports, newest first. */
export const GET = forViewers(async () => dataAnswer(await listImportBatches()));
