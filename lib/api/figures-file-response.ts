import "server-only";
import { openFiguresFile } from "@/lib/data/public/figures-file";
import type { FiguresFile } from "@/lib/data/public/figures-file-read";
import { errorResponse, fileResponse } from "@/lib/http/responses";
import { parseFiguresFile } from "@/lib/schemas/figures-file";
import { asOfProblem } from "@/lib/schemas/page-view";

type Sets = Extract<FiguresFile, { readonly ok: true }>["sets"];

/** How figures are written into a file, and what kind of file that is. */
interface Format {
  readonly ending: "csv" | "json";
  readonly type: string;
  readonly write: (sets: Sets) => AsyncGenerator<string>;
}

/** Figures as a file, all that is asked for (see FiguresFileQuery); all of them without a question. */
export async function figuresFileResponse(request: Request, { ending, type, write }: Format): Promise<Response> {
  const query = parseFiguresFile(new URL(request.url).searchParams);
  if (!query.success) return errorResponse(400, "unknown_question", query.message);
  const asOf = query.data["as-of"];
  const problem = asOf === undefined ? null : asOfProblem(asOf, new Date().toISOString().slice(0, 10));
  if (problem !== null) return errorResponse(400, "no_such_day", problem);
  const file = await openFiguresFile(query.data);
  const name = `footnote-figures${asOf === undefined ? "" : `-as-known-on-${asOf}`}.${ending}`;
  if (file.ok) return fileResponse(write(file.sets), name, type);
  if (file.code === "busy") return errorResponse(503, file.code, file.message, { headers: { "retry-after": "60" } });
  return errorResponse(file.code === "not_found" ? 404 : 422, file.code, file.message);
}
