import { acceptInvitation } from "@/lib/auth/accounts/accept-invitation";
import { answerForm } from "@/lib/auth/forms";
import { paths } from "@/lib/paths";

/** The form of /invite/[token]: name, e-mail, password. Makes the account and spends the invitation together. */
export function POST(request: Request): Promise<Response> {
  const back = (fields: URLSearchParams) => paths.invite(fields.get("token") ?? "");
  return answerForm({ request, name: "account", back }, (fields) => acceptInvitation(request.headers, fields, "given"));
}
