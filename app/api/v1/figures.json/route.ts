import { openFiguresFile } from "@/lib/data/public/figures-file";
import { figuresJson } from "@/lib/exports/figures-json";
import { errorResponse, fileResponse } from "@/lib/http/responses";
import { parseFiguresFile } from "@/lib/schemas/figures-file";

/** Figures as a file, all that is asked for (see FiguresFileQuery); all of them without a question. */
export async function GET(request: Request): Promise<Response> {
  const query = parseFiguresFile(new URL(request.url).searchParams);
  if (!query.success) return errorResponse(400, "unknown_question", query.message);
  const file = await openFiguresFile(query.data);
  if (file.ok) return fileResponse(figuresJson(file.sets), "footnote-figures.json", "application/json");
  if (file.code === "busy") return errorResponse(503, file.code, file.message, { headers: { "retry-after": "60" } });
  return errorResponse(404, file.code, file.message);
}
