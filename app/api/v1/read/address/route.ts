import { forEditors } from "@/lib/api/handlers";
import { listSourcesOfAddress } from "@/lib/data/desk/known-addresses";
import { dataAnswer } from "@/lib/http/answers";

/** Sources on record with this address or of its site, for what an address tells: ?of=. */
export const GET = forEditors(
  async ({ request }) => dataAnswer(await listSourcesOfAddress(new URL(request.url).searchParams.get("of") ?? "")),
  { isWrite: false },
);
