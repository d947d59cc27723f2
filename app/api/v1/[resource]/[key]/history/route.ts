import { notFound } from "@/lib/api/error-responses";
import { forViewers, getResource } from "@/lib/api/handlers";
import { findHistory } from "@/lib/data/commands/history";
import { jsonResponse } from "@/lib/http/responses";

/** Every change of a row, newest first, drafts included. */
export const GET = forViewers<{ resource: string; key: string }>(async ({ params }) => {
  const history = await findHistory(getResource(params.resource), params.key);
  return history === null ? notFound() : jsonResponse(history);
});
