import { answerAccountInput, doneAnswer } from "@/lib/api/account-handlers";
import { withCookies } from "@/lib/auth/forms";
import { confirmSecondStep } from "@/lib/auth/own-account";
import { secondStepCode } from "@/lib/schemas/people";

/** Turns the second step on by a first code: {code}. */
export function PUT(request: Request): Promise<Response> {
  return answerAccountInput(request, "view", secondStepCode, async (_, { code }) =>
    withCookies(doneAnswer(), await confirmSecondStep(request, code)),
  );
}
