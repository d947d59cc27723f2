import { answerAccountInput, doneResponse } from "@/lib/api/account-handlers";
import { changeAccess } from "@/lib/auth/accounts/accounts";
import { personChange } from "@/lib/schemas/people";

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

/** Changes a person's role, or shuts them out or lets them in: {role?, disabled?}. Holds from their next request. */
export function PATCH(request: Request, { params }: Context): Promise<Response> {
  return answerAccountInput(request, "administer", personChange, async (author, change) => {
    await changeAccess(author, (await params).id, change);
    return doneResponse();
  });
}
