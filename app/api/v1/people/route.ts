import { answerAccount } from "@/lib/api/account-handlers";
import { listPeople } from "@/lib/auth/accounts/accounts";
import { jsonResponse } from "@/lib/http/responses";

/** Everyone with an account. */
export function GET(request: Request): Promise<Response> {
  return answerAccount(request, "administer", async () => jsonResponse(await listPeople()));
}
