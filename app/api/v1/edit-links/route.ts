import { editLinks } from "@/lib/api/edit-links";
import { forViewers } from "@/lib/api/handlers";
import { jsonResponse } from "@/lib/http/responses";

/** What the one who asks can do about a public page: ?of= is its address. */
export const GET = forViewers(async ({ request, person }) => {
  const address = new URL(request.url).searchParams.get("of")?.slice(0, 2000) ?? "/";
  return jsonResponse(await editLinks(address, person));
});
