import { answerCorrections } from "@/lib/api/reading/changes";
import { forReaders } from "@/lib/api/reading/for-readers";
import { preflight } from "@/lib/http/cors";

/** Corrections of published figures, newest first. */
export const GET = forReaders(({ request }) => answerCorrections(request));
export const OPTIONS = preflight();
