import { newFiguresResponse } from "@/app/(public)/feed-responses";

/** New figures as an Atom feed (RFC 4287). */
export const GET = (request: Request): Promise<Response> => newFiguresResponse(request, "atom");
