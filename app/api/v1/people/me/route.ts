import { answerAccount, answerAccountInput, doneResponse } from "@/lib/api/account-handlers";
import { rename } from "@/lib/auth/accounts/accounts";
import { hasSecondStep } from "@/lib/auth/accounts/own-account";
import { jsonResponse } from "@/lib/http/responses";
import { ownChange } from "@/lib/schemas/people";

/** Who one is here. */
export function GET(request: Request): Promise<Response> {
  return answerAccount(request, "view", async (person) => {
    const { id, name, email, role } = person;
    return jsonResponse({ id, name, email, role, hasSecondStep: await hasSecondStep(person) });
  });
}

/** Changes one's own name: {name}. */
export function PATCH(request: Request): Promise<Response> {
  return answerAccountInput(request, "view", ownChange, async (person, { name }) => {
    await rename(person, name);
    return doneResponse();
  });
}
