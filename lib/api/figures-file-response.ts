import "server-only";
import { openFiguresFile } from "@/lib/data/public/figures-file";
import type { FiguresFile } from "@/lib/data/public/figures-file-read";
import { isoDay } from "@/lib/dates/edtf";
import { type FigureSets, type FigureTable, figureTable } from "@/lib/exports/figure-row";
import { errorResponse, fileResponse } from "@/lib/http/responses";
import { parseFiguresFile } from "@/lib/schemas/figures-file";
import { asOfProblem } from "@/lib/schemas/page-view";

/** How figures are written into a file, and what kind of file that is. */
interface Format {
  readonly ending: "csv" | "json";
  readonly type: string;
  readonly write: (sets: FigureSets, table: FigureTable) => AsyncGenerator<string>;
}

/** Figures as a file, all that is asked for (see FiguresFileQuery); all of them without a question. */
export async function figuresFileResponse(request: Request, { ending, type, write }: Format): Promise<Response> {
  const query = parseFiguresFile(new URL(request.url).searchParams);
  if (!query.success) return errorResponse(400, "unknown_question", query.message);
  const asOf = query.data["as-of"];
  const problem = asOf === undefined ? null : asOfProblem(asOf, isoDay(new Date()));
  if (problem !== null) return errorResponse(400, "no_such_day", problem);
  const file = await openFiguresFile(query.data);
  if (!file.ok) return fileRefusal(file);
  const name = `footnote-figures${asOf === undefined ? "" : `-as-known-on-${asOf}`}.${ending}`;
  return fileResponse(write(file.sets, figureTable({ site: file.site, disagreementOf: null })), name, type);
}

/** Says why there is no file. */
export function fileRefusal({ code, message }: Extract<FiguresFile, { readonly ok: false }>): Response {
  if (code === "busy") return errorResponse(503, code, message, { headers: { "retry-after": "60" } });
  return errorResponse(code === "not_found" ? 404 : 422, code, message);
}
