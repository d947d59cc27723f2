import { answerForm } from "@/lib/auth/forms";
import { signIn } from "@/lib/auth/sign-in";
import { paths } from "@/lib/paths";

/** The form of /login: e-mail, password, next. 303 on success; else back to the form, or 401, 422, 429, 503 to a program. */
export function POST(request: Request): Promise<Response> {
  const back = (fields: URLSearchParams) => paths.login(fields.get("next"));
  return answerForm({ request, name: "sign-in", back }, (fields) => signIn(request.headers, fields));
}
