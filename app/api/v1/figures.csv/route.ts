import { listFiguresForFile } from "@/lib/data/figures-file";
import { figuresCsv } from "@/lib/exports/figures-csv";
import { errorAnswer, fileAnswer } from "@/lib/http/answers";
import { parseFiguresFile } from "@/lib/schemas/figures-file";

/** Figures as a file: ?id= (repeated), ?metric=, ?region= (repeated), ?source=; all of them without a question. */
export async function GET(request: Request): Promise<Response> {
  const query = parseFiguresFile(new URL(request.url).searchParams);
  if (!query.success) return errorAnswer(400, "unknown_question", query.message);
  return fileAnswer(figuresCsv(await listFiguresForFile(query.data)), "footnote-figures.csv", "text/csv");
}
