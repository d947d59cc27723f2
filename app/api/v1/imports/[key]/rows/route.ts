import { notFound } from "@/lib/api/answer-error";
import { forEditors } from "@/lib/api/handlers";
import { dataAnswer, errorAnswer } from "@/lib/http/answers";
import { FATES } from "@/lib/importing/plan";
import { findJob, listRows } from "@/lib/jobs/import-jobs";

/** Rows that an import of this person found: ?fate=refused|added|changed|unchanged, ?page= from 0. */
export const GET = forEditors<{ key: string }>(
  async ({ request, params, person }) => {
    if (findJob(person.id, params.key) === null) return notFound();
    const query = new URL(request.url).searchParams;
    const fate = FATES.find((one) => one === query.get("fate"));
    const page = query.get("page") ?? "0";
    if (fate === undefined || !/^\d{1,6}$/.test(page)) {
      return errorAnswer(400, "unknown_question", `Ask for ?fate=${FATES.join("|")} and ?page= from 0.`);
    }
    return dataAnswer(listRows(person.id, params.key, fate, Number(page)));
  },
  { isWrite: false },
);
