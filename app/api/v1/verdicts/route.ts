import { forReaders } from "@/lib/api/reading/for-readers";
import { answerVerdicts } from "@/lib/api/reading/verdicts";
import { preflight } from "@/lib/http/cors";

/** What published claims differ about, the farthest apart first. */
export const GET = forReaders(({ request }) => answerVerdicts(request));
export const OPTIONS = preflight();
