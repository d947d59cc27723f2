import { acceptInvitation } from "@/lib/auth/accounts/accept-invitation";
import { answerForm } from "@/lib/auth/forms";
import { paths } from "@/lib/paths";

/** The form of /setup: makes the first admin, with the one-time token that the start prints. */
export function POST(request: Request): Promise<Response> {
  const back = (fields: URLSearchParams) => paths.setup(fields.get("token"));
  return answerForm({ request, name: "account", back }, (fields) =>
    acceptInvitation(request.headers, fields, "first-run"),
  );
}
