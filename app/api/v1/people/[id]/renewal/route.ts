import { answerAccount } from "@/lib/api/account-handlers";
import { inviteToRenew } from "@/lib/auth/accounts/invitations";
import { jsonResponse } from "@/lib/http/responses";
import { paths } from "@/lib/paths";

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

/** Makes a link by which a person chooses a new password; it is shown once. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answerAccount(request, "administer", async (author) => {
    const { id, secret, expiresAt } = await inviteToRenew(author, (await params).id);
    return jsonResponse({ id, path: paths.invite(secret), expiresAt }, 201);
  });
}
