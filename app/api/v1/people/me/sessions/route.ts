import { answerAccount, doneResponse } from "@/lib/api/account-handlers";
import { withCookies } from "@/lib/auth/forms";
import { endSessions, signOut } from "@/lib/auth/sign-in";

/** Signs oneself out everywhere, here as well. */
export function DELETE(request: Request): Promise<Response> {
  return answerAccount(request, "view", async ({ id }) => {
    const cookies = await signOut(request.headers);
    await endSessions(id);
    return withCookies(doneResponse(), cookies);
  });
}
