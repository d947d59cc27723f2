import { notFound } from "@/lib/api/answer-error";
import { forEditors } from "@/lib/api/handlers";
import { answerJob } from "@/lib/api/job-answer";
import { getParsed } from "@/lib/api/requests";
import { errorAnswer } from "@/lib/http/answers";
import { readJson } from "@/lib/http/read-json";
import { findJob, startJob, waitForJob } from "@/lib/jobs/import-jobs";
import { undoInput } from "@/lib/schemas/imports";
import { issuesOf } from "@/lib/schemas/nouns";

const PATIENCE_SECONDS = 60;

/** Undoes an import as one, by the number of its batch: {reason}. 409 when its figures were changed since or are in use. */
export const POST = forEditors<{ key: string }>(async ({ request, params, person }) => {
  if (!/^[1-9]\d{0,8}$/.test(params.key)) return notFound();
  const { value } = await readJson(request, { whenEmpty: {} });
  const parsed = undoInput.safeParse(value);
  const { reason } = getParsed(
    parsed.success ? { ok: true, data: parsed.data } : { ok: false, issues: issuesOf(parsed.error) },
  );
  const why = { cause: "other" as const, reason };
  const order = { mode: "undo" as const, label: `batch ${params.key}`, batch: Number(params.key), author: person, why };
  const id = startJob(person.id, order, null);
  if (id !== null) await waitForJob(person.id, id, PATIENCE_SECONDS);
  const job = id === null ? null : findJob(person.id, id);
  if (job !== null) return answerJob(job);
  return errorAnswer(503, "busy", "Other imports are waiting: try again.", { headers: { "retry-after": "10" } });
});
