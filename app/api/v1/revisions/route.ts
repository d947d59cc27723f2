import { answerRevisions } from "@/lib/api/reading/changes";
import { forReaders } from "@/lib/api/reading/for-readers";
import { preflight } from "@/lib/http/cors";

/** The public history of a figure: ?figure=. */
export const GET = forReaders(({ request }) => answerRevisions(request));
export const OPTIONS = preflight();
