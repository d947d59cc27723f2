import { notFound } from "@/lib/api/error-responses";
import { forEditors } from "@/lib/api/handlers";
import { errorResponse, jsonResponse } from "@/lib/http/responses";
import { ROW_ACTIONS } from "@/lib/importing/plan";
import { findJob, listRows } from "@/lib/jobs/import-jobs";

/** Rows that an import of this person found: ?fate=refused|added|changed|unchanged, ?page= from 0. */
export const GET = forEditors<{ key: string }>(
  async ({ request, params, person }) => {
    if ((await findJob(person.id, params.key)) === null) return notFound();
    const query = new URL(request.url).searchParams;
    const fate = ROW_ACTIONS.find((one) => one === query.get("fate"));
    const page = query.get("page") ?? "0";
    if (fate === undefined || !/^\d{1,6}$/.test(page)) {
      return errorResponse(400, "unknown_question", `Ask for ?fate=${ROW_ACTIONS.join("|")} and ?page= from 0.`);
    }
    return jsonResponse(await listRows(person.id, params.key, fate, Number(page)));
  },
  { isWrite: false },
);
