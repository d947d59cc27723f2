import { answerAccountInput, doneResponse } from "@/lib/api/account-handlers";
import { confirmSecondStep } from "@/lib/auth/accounts/own-account";
import { withCookies } from "@/lib/auth/forms";
import { secondStepCode } from "@/lib/schemas/people";

/** Turns the second step on by a first code: {code}. */
export function PUT(request: Request): Promise<Response> {
  return answerAccountInput(request, "view", secondStepCode, async (_, { code }) =>
    withCookies(doneResponse(), await confirmSecondStep(request, code)),
  );
}
