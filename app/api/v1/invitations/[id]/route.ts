import { answerAccount, doneResponse } from "@/lib/api/account-handlers";
import { takeBack } from "@/lib/auth/accounts/invitations";

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

/** Takes an invitation back. */
export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return answerAccount(request, "administer", async (author) => {
    await takeBack(author, (await params).id);
    return doneResponse();
  });
}
