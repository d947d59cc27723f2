import { answerAccount } from "@/lib/api/account-handlers";
import { listPeople } from "@/lib/auth/accounts";
import { dataAnswer } from "@/lib/http/answers";

/** Everyone with an account. */
export function GET(request: Request): Promise<Response> {
  return answerAccount(request, "administer", async () => dataAnswer(await listPeople()));
}
