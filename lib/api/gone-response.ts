import "server-only";
import { notFound } from "@/lib/api/error-responses";
import type { Withdrawal } from "@/lib/figures/view-models";
import { errorResponse } from "@/lib/http/responses";

/** The answer for what is not public: 410 with when and why for what was withdrawn, else 404. */
export function goneOrNotFound(withdrawal: Withdrawal | null): Response {
  if (withdrawal === null) return notFound();
  const { at, reason, replacedBy } = withdrawal;
  const why = reason === null ? "" : `: ${reason}`;
  return errorResponse(410, "gone", `This was retracted on ${at.slice(0, 10)}${why}`, {
    beside: { retracted: { at, reason, replacedBy } },
  });
}
