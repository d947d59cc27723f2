import "server-only";
import { notFound } from "@/lib/api/answer-error";
import type { Withdrawal } from "@/lib/figures/records";
import { errorAnswer } from "@/lib/http/answers";

/** The answer for what is not public: 410 with when and why for what was withdrawn, else 404. */
export function goneOrNotFound(withdrawal: Withdrawal | null): Response {
  if (withdrawal === null) return notFound();
  const { at, reason, replacedBy } = withdrawal;
  const why = reason === null ? "" : `: ${reason}`;
  return errorAnswer(410, "gone", `This was retracted on ${at.slice(0, 10)}${why}`, {
    beside: { retracted: { at, reason, replacedBy } },
  });
}
