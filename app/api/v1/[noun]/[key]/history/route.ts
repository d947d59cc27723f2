import { notFound } from "@/lib/api/answer-error";
import { forViewers, getNoun } from "@/lib/api/handlers";
import { findHistory } from "@/lib/data/writing/history";
import { dataAnswer } from "@/lib/http/answers";

/** Every change of a row, newest first, drafts included. */
export const GET = forViewers<{ noun: string; key: string }>(async ({ params }) => {
  const history = await findHistory(getNoun(params.noun), params.key);
  return history === null ? notFound() : dataAnswer(history);
});
