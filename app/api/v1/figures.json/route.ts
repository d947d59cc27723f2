import { figuresFileResponse } from "@/lib/api/figures-file-response";
import { figuresJson } from "@/lib/exports/figures-json";

/** Figures as a file, all that is asked for (see FiguresFileQuery); all of them without a question. */
export function GET(request: Request): Promise<Response> {
  return figuresFileResponse(request, { ending: "json", type: "application/json", write: figuresJson });
}
