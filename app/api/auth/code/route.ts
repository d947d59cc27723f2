import { answerForm } from "@/lib/auth/forms";
import { giveCode } from "@/lib/auth/sign-in";
import { paths } from "@/lib/paths";

/** The form of /login/code: the second step of signing in. */
export function POST(request: Request): Promise<Response> {
  const back = (fields: URLSearchParams) => paths.loginCode(fields.get("next"));
  return answerForm({ request, name: "code", back }, (fields) => giveCode(request.headers, fields));
}
