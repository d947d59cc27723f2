import { refusedResponse, seeOther, wantsPage, withCookies } from "@/lib/auth/forms";
import { assertSameOrigin } from "@/lib/auth/same-origin";
import { signOut } from "@/lib/auth/sign-in";
import { paths } from "@/lib/paths";

/** Ends the session of this browser, from a form (303 to /login) or a script (204). */
export async function POST(request: Request): Promise<Response> {
  const foreign = assertSameOrigin(request);
  if (foreign !== null) return refusedResponse(foreign);
  const answer = wantsPage(request) ? seeOther(paths.login()) : new Response(null, { status: 204 });
  return withCookies(answer, await signOut(request.headers));
}
