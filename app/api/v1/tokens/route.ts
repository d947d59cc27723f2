import { answerAccount, answerAccountInput } from "@/lib/api/account-handlers";
import { listTokens, makeToken } from "@/lib/auth/accounts/api-tokens";
import { jsonResponse } from "@/lib/http/responses";
import { newToken } from "@/lib/schemas/people";

/** One's own API tokens. */
export function GET(request: Request): Promise<Response> {
  return answerAccount(request, "view", async ({ id }) => jsonResponse(await listTokens(id)));
}

/** Makes an API token: {name, days?} -> {id, secret}. The secret is shown once; it may do what its owner may. */
export function POST(request: Request): Promise<Response> {
  return answerAccountInput(request, "view", newToken, async (person, { name, days }) =>
    jsonResponse(await makeToken(person, name, days), 201),
  );
}
