import { forEditors } from "@/lib/api/handlers";
import { listSourcesOfAddress } from "@/lib/data/admin/known-addresses";
import { jsonResponse } from "@/lib/http/responses";

/** Sources on record with this address or of its site, for what an address tells: ?of=. */
export const GET = forEditors(
  async ({ request }) => jsonResponse(await listSourcesOfAddress(new URL(request.url).searchParams.get("of") ?? "")),
  { isWrite: false },
);
