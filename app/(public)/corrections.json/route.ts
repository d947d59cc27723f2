import { correctionsResponse } from "@/app/(public)/feed-responses";

/** Corrections of published figures as a JSON Feed (1.1). */
export const GET = (request: Request): Promise<Response> => correctionsResponse(request, "json");
