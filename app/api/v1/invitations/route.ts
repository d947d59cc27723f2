import { answerAccount, answerAccountInput } from "@/lib/api/account-handlers";
import { invite, listInvitations } from "@/lib/auth/accounts/invitations";
import { jsonResponse } from "@/lib/http/responses";
import { paths } from "@/lib/paths";
import { newInvitation } from "@/lib/schemas/people";

/** Invitations that are still open. */
export function GET(request: Request): Promise<Response> {
  return answerAccount(request, "administer", async () => jsonResponse(await listInvitations()));
}

/** Makes an invitation: {role, days?} -> {id, path, expiresAt}. The path is shown once. */
export function POST(request: Request): Promise<Response> {
  return answerAccountInput(request, "administer", newInvitation, async (author, { role, days }) => {
    const { id, secret, expiresAt } = await invite(author, role, days);
    return jsonResponse({ id, path: paths.invite(secret), expiresAt }, 201);
  });
}
