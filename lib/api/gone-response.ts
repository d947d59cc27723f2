import "server-only";
import { unknown } from "@/lib/data/errors";
import type { Withdrawal } from "@/lib/figures/view-models";
import { errorResponse } from "@/lib/http/responses";
import { DomainError } from "@/lib/schemas/domain-error";

/** Why there is no answer for what is not public: 410 with when and why for what was withdrawn, else 404. */
export function gone(withdrawal: Withdrawal | null): DomainError {
  if (withdrawal === null) return unknown();
  const { at, reason, replacedBy } = withdrawal;
  const why = reason === null ? "" : `: ${reason}`;
  return new DomainError(410, "gone", `This was retracted on ${at.slice(0, 10)}${why}`, {
    beside: { retracted: { at, reason, replacedBy } },
  });
}

/** The same as an answer. */
export function goneOrNotFound(withdrawal: Withdrawal | null): Response {
  const { status, code, message, beside } = gone(withdrawal);
  return errorResponse(status, code, message, { beside });
}
