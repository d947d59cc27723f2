import { notFound } from "@/lib/api/error-responses";
import { forEditors } from "@/lib/api/handlers";
import { jsonResponse } from "@/lib/http/responses";
import { cancelJob, findJob } from "@/lib/jobs/import-jobs";

interface Params {
  readonly key: string;
}

/** How an import of this person stands. */
export const GET = forEditors<Params>(
  async ({ params, person }) => {
    const job = await findJob(person.id, params.key);
    return job === null ? notFound() : jsonResponse(job);
  },
  { isWrite: false },
);

/** Cancels an import of this person: nothing of it is written. One that has ended stays as it is. */
export const DELETE = forEditors<Params>(async ({ params, person }) => {
  await cancelJob(person.id, params.key);
  const job = await findJob(person.id, params.key);
  return job === null ? notFound() : jsonResponse(job, 202);
});
