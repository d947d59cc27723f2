import { forReaders } from "@/lib/api/reading/for-readers";
import { answerSearch } from "@/lib/api/reading/search";
import { preflight } from "@/lib/http/cors";

/** What has the words and numbers of ?q=. */
export const GET = forReaders(({ request }) => answerSearch(request));
export const OPTIONS = preflight();
