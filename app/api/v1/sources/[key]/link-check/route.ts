import { forEditors } from "@/lib/api/handlers";
import { unknown } from "@/lib/data/errors";
import { jsonResponse } from "@/lib/http/responses";
import { checkLinkOnRequest } from "@/lib/jobs/link-checks";

/** Looks at the address of a source now: what was found. 409 where the site contacts nobody. */
export const POST = forEditors<{ readonly key: string }>(async ({ params: { key } }) => {
  const finding = await checkLinkOnRequest(key);
  if (finding === null) throw unknown();
  return jsonResponse(finding);
});
