import { answerAccount, dataAnswer } from "@/lib/auth/account-requests";
import { listPeople } from "@/lib/auth/accounts";

/** Everyone with an account. */
export function GET(request: Request): Promise<Response> {
  return answerAccount(request, "administer", async () => dataAnswer(await listPeople()));
}
