import { figuresFileResponse } from "@/lib/api/figures-file-response";
import { figuresCsv } from "@/lib/exports/figures-csv";

/** Figures as a file, all that is asked for (see FiguresFileQuery); all of them without a question. */
export function GET(request: Request): Promise<Response> {
  return figuresFileResponse(request, { ending: "csv", type: "text/csv", write: figuresCsv });
}
