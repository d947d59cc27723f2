import { answerAccount, doneResponse } from "@/lib/api/account-handlers";
import { revokeToken } from "@/lib/auth/accounts/api-tokens";

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

/** Takes one of one's own tokens back. */
export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return answerAccount(request, "view", async (person) => {
    await revokeToken(person, (await params).id);
    return doneResponse();
  });
}
