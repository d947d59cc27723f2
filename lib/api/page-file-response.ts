import "server-only";
import { fileRefusal } from "@/lib/api/figures-file-response";
import { FILE_FORMATS, marked } from "@/lib/api/file-formats";
import { openPageFile } from "@/lib/data/public/files/page-file";
import { pageTitle } from "@/lib/data/public/files/page-title";
import { isoDay } from "@/lib/dates/edtf";
import { figureTable } from "@/lib/exports/figure-row";
import { errorResponse, fileResponse } from "@/lib/http/responses";
import type { FileFormat } from "@/lib/paths";
import { AS_OF, asOfProblem } from "@/lib/schemas/page-view";
import { type PageFileQuery, parsePageFile } from "@/lib/schemas/reuse/page-file";
import { type ReuseSubject, readSubject } from "@/lib/schemas/reuse/subject";
import { firstValue } from "@/lib/schemas/view";

/** Asked beside a CSV: that it has the mark by which Excel knows UTF-8. */
const EXCEL = "excel";

/**
 * The figures of a page as a file, whose address is that of the page with figures.csv (or another format) at the end of its path: all that the page is about
 * (see parsePageFile).
 */
export async function pageFileResponse(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const [, path = "", ending = ""] = /^(.*)\/figures\.(\w+)$/.exec(pathname) ?? [];
  const isForExcel = ending === "csv" && searchParams.has(EXCEL);
  if (isForExcel) searchParams.delete(EXCEL);
  const subject = readSubject(`${path === "" ? "/" : path}${searchParams.size === 0 ? "" : `?${searchParams}`}`);
  if (subject === null || !isFormat(ending)) return errorResponse(404, "not_found", NO_FILE);
  const query = parsePageFile(subject);
  if (!query.success) return errorResponse(400, "unknown_question", query.message);
  const today = isoDay(new Date());
  const asOf = firstValue(subject.parameters, AS_OF);
  const problem = asOf === null ? null : asOfProblem(asOf, today);
  if (problem !== null) return errorResponse(400, "no_such_day", problem);
  const [file, title] = await Promise.all([openPageFile(query.data), pageTitle(subject, query.data)]);
  if (!file.ok) return fileRefusal(file);
  const page = `${file.site}${subject.address}`;
  const name = `footnote-${nameOf(subject, query.data)}${asOf === null ? "" : `-as-known-on-${asOf}`}`;
  const { type, write } = FILE_FORMATS[ending];
  const parts = write({
    sets: file.sets,
    table: figureTable({ site: file.site, disagreementOf: file.disagreementOf }),
    about: { title, page, retrieved: today, asOf, of: file.of },
    name: name.replace(/[^A-Za-z0-9._-]/g, "-"),
  });
  const total = file.of === null ? {} : { "x-total-count": String(file.of) };
  return fileResponse(isForExcel ? marked(parts) : parts, `${name}.${ending}`, type, {
    link: `<${page}>; rel="describedby"; type="text/html"`,
    ...total,
  });
}

const NO_FILE = `There is no such file: add ${Object.keys(FILE_FORMATS)
  .map((format) => `/figures.${format}`)
  .join(" or ")} to the address of a page with figures.`;

const isFormat = (ending: string): ending is FileFormat => Object.hasOwn(FILE_FORMATS, ending);

/** What a file is called: what its page is about. */
function nameOf({ kind, key }: ReuseSubject, query: PageFileQuery): string {
  if (query.by === "search") return `search-${query.text.slice(0, 40)}`;
  const [region] = query.by === "figures" ? query.query.region : [];
  if (kind === "dashboard") return region === undefined ? "figures" : `figures-${region}`;
  return key === "" ? kind : `${kind}-${key}`;
}
