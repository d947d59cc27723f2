import "server-only";
import { errorResponse, jsonResponse } from "@/lib/http/responses";
import type { ImportJob } from "@/lib/importing/job";
import type { Problem } from "@/lib/importing/problem";
import { paths } from "@/lib/paths";

/** How an import stands: 202 while it runs, 201 when it wrote something, 422 when rows were refused, and what else went wrong. */
export function jobResponse(job: ImportJob): Response {
  const headers = { location: paths.api.import(job.id) };
  switch (job.state) {
    case "waiting":
    case "checking":
    case "writing":
      return jsonResponse(job, 202, headers);
    case "checked":
      return jsonResponse(job);
    case "done":
      return jsonResponse(job, job.batch === null ? 200 : 201, headers);
    case "refused": {
      const problems = job.summary?.problems ?? [];
      const message = `Nothing was written: ${job.summary?.totals.refused ?? 0} rows are refused.`;
      const [first] = problems;
      return errorResponse(422, "refused", problems.length === 1 && first ? first.message : message, {
        issues: problems.map(issueOf),
        beside: { data: job },
      });
    }
    case "cancelled":
      return errorResponse(409, "cancelled", "The import was cancelled: nothing was written.", {
        beside: { data: job },
      });
    case "failed": {
      const { status = 500, code = "internal", message = "", problem = null, figures = [] } = job.trouble ?? {};
      return errorResponse(status, code, message, {
        issues: problem === null ? figures.map((figure) => ({ path: figure, code, message })) : [issueOf(problem)],
        beside: { data: job },
        headers: status === 503 ? { "retry-after": "5" } : {},
      });
    }
  }
}

function issueOf({ row, column, code, message }: Problem) {
  const path = [row === null ? [] : `row ${row}`, column === null ? [] : column].flat().join(", ");
  return { path, row, column, code, message };
}
