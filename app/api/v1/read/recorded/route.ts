import { forViewers } from "@/lib/api/handlers";
import { listRecordedPhrases } from "@/lib/data/admin/recorded-phrases";
import { jsonResponse } from "@/lib/http/responses";

/** Phrases that are recorded from a source already: ?source=. */
export const GET = forViewers(async ({ request }) => {
  const source = new URL(request.url).searchParams.get("source")?.slice(0, 200) ?? "";
  return jsonResponse(source === "" ? [] : await listRecordedPhrases(source));
});
