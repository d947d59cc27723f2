import { answerAccount, answerAccountInput, doneAnswer } from "@/lib/api/account-handlers";
import { rename } from "@/lib/auth/accounts";
import { hasSecondStep } from "@/lib/auth/own-account";
import { dataAnswer } from "@/lib/http/answers";
import { ownChange } from "@/lib/schemas/people";

/** Who one is here. */
export function GET(request: Request): Promise<Response> {
  return answerAccount(request, "view", async (person) => {
    const { id, name, email, role } = person;
    return dataAnswer({ id, name, email, role, hasSecondStep: await hasSecondStep(person) });
  });
}

/** Changes one's own name: {name}. */
export function PATCH(request: Request): Promise<Response> {
  return answerAccountInput(request, "view", ownChange, async (person, { name }) => {
    await rename(person, name);
    return doneAnswer();
  });
}
