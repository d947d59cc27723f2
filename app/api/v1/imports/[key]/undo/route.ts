import { notFound } from "@/lib/api/error-responses";
import { forEditors } from "@/lib/api/handlers";
import { jobResponse } from "@/lib/api/job-response";
import { getParsed } from "@/lib/api/requests";
import { readJson } from "@/lib/http/read-json";
import { errorResponse } from "@/lib/http/responses";
import { beginJob, findJob, waitForJob } from "@/lib/jobs/import-jobs";
import { hasRoom } from "@/lib/jobs/import-queue";
import { undoInput } from "@/lib/schemas/imports";
import { issuesOf } from "@/lib/schemas/resources";

const PATIENCE_SECONDS = 60;

/**
 * Undoes an import as one, by the number of its batch: {reason, keepChanged}. 409 when figures of it say something else since (their keys
 * are the paths of the issues; keepChanged keeps those and undoes the others), or are in use.
 */
export const POST = forEditors<{ key: string }>(async ({ request, params, person }) => {
  if (!/^[1-9]\d{0,8}$/.test(params.key)) return notFound();
  const { value } = await readJson(request, { whenEmpty: {} });
  const parsed = undoInput.safeParse(value);
  const { reason, keepChanged } = getParsed(
    parsed.success ? { ok: true, data: parsed.data } : { ok: false, issues: issuesOf(parsed.error) },
  );
  const changeReason = { cause: "other" as const, reason };
  const batch = Number(params.key);
  const order = { mode: "undo" as const, label: `batch ${batch}`, batch, keepChanged, author: person, changeReason };
  if (!hasRoom(person.id)) {
    return errorResponse(503, "busy", "Other imports are waiting: try again.", { headers: { "retry-after": "10" } });
  }
  const id = await beginJob({ personId: person.id, order, file: null });
  await waitForJob(person.id, id, PATIENCE_SECONDS);
  const job = await findJob(person.id, id);
  return job === null ? notFound() : jobResponse(job);
});
