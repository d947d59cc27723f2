import { correctionsResponse } from "@/app/(public)/feed-responses";

/** Corrections of published figures as an Atom feed (RFC 4287). */
export const GET = (request: Request): Promise<Response> => correctionsResponse(request, "atom");
