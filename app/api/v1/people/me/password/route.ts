import { answerAccountInput, doneResponse } from "@/lib/api/account-handlers";
import { changePassword } from "@/lib/auth/accounts/own-account";
import { withCookies } from "@/lib/auth/forms";
import { passwordChange } from "@/lib/schemas/people";

/** Changes one's own password: {current, password}. Every other browser is signed out, and every API token ends. */
export function PUT(request: Request): Promise<Response> {
  return answerAccountInput(request, "view", passwordChange, async (person, change) =>
    withCookies(doneResponse(), await changePassword(request, person, change)),
  );
}
