import { forViewers } from "@/lib/api/handlers";
import { listRecordedPhrases } from "@/lib/data/desk/recorded-phrases";
import { dataAnswer } from "@/lib/http/answers";

/** Phrases that are recorded from a source already: ?source=. */
export const GET = forViewers(async ({ request }) => {
  const source = new URL(request.url).searchParams.get("source")?.slice(0, 200) ?? "";
  return dataAnswer(source === "" ? [] : await listRecordedPhrases(source));
});
