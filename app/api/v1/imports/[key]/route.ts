import { notFound } from "@/lib/api/answer-error";
import { forEditors } from "@/lib/api/handlers";
import { dataAnswer } from "@/lib/http/answers";
import { cancelJob, findJob } from "@/lib/jobs/import-jobs";

interface Params {
  readonly key: string;
}

/** How an import of this person stands. */
export const GET = forEditors<Params>(
  async ({ params, person }) => {
    const job = findJob(person.id, params.key);
    return job === null ? notFound() : dataAnswer(job);
  },
  { isWrite: false },
);

/** Cancels an import of this person: nothing of it is written. One that has ended stays as it is. */
export const DELETE = forEditors<Params>(async ({ params, person }) => {
  cancelJob(person.id, params.key);
  const job = findJob(person.id, params.key);
  return job === null ? notFound() : dataAnswer(job, 202);
});
