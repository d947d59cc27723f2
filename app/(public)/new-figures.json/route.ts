import { newFiguresResponse } from "@/app/(public)/feed-responses";

/** New figures as a JSON Feed (1.1). */
export const GET = (request: Request): Promise<Response> => newFiguresResponse(request, "json");
