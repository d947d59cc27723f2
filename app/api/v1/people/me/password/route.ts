import { answerAccountInput, doneAnswer } from "@/lib/api/account-handlers";
import { withCookies } from "@/lib/auth/forms";
import { changePassword } from "@/lib/auth/own-account";
import { passwordChange } from "@/lib/schemas/people";

/** Changes one's own password: {current, password}. Every other browser is signed out, and every API token ends. */
export function PUT(request: Request): Promise<Response> {
  return answerAccountInput(request, "view", passwordChange, async (person, change) =>
    withCookies(doneAnswer(), await changePassword(request, person, change)),
  );
}
