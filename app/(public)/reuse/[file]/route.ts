import { LOCALE } from "@/components/ui/locale";
import { pageWork } from "@/lib/citation/citable";
import { bibtex, cslItem, ris } from "@/lib/citation/formats";
import { retrieved } from "@/lib/data/public/reuse/citable";
import { findViewWork } from "@/lib/data/public/reuse/view-work";
import { errorResponse, fileResponse } from "@/lib/http/responses";
import { readSubject } from "@/lib/schemas/reuse/subject";

interface Context {
  readonly params: Promise<{ readonly file: string }>;
}

/** Most sources in a file. */
const MOST_SOURCES = 5_000;

/**
 * The view of an address (`of`) and all sources of what it shows, for reference managers: /reuse/citations.bib, .ris or .json (CSL-JSON).
 * A view of more sources than a file holds is refused.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { file } = await params;
  const subject = readSubject(new URL(request.url).searchParams.get("of"));
  const view = subject && (await findViewWork(subject, LOCALE));
  if (!subject || !view)
    return errorResponse(404, "not_found", "Nothing to cite is at this address: ask with of=/metrics/….");
  const total = view.sources?.length ?? 0;
  if (total > MOST_SOURCES) {
    const message = `${total} sources are behind this view, and a file holds ${MOST_SOURCES}: ask for a part of it.`;
    return errorResponse(422, "too_many", message);
  }
  const page = retrieved(subject.address, view.asOf);
  const works = [
    pageWork(`footnote-${subject.key || subject.kind}`, view.title, page, LOCALE),
    ...(view.sources ?? []),
  ];
  switch (file) {
    case "citations.bib":
      return fileResponse(works.map((work) => bibtex(work)).join("\n"), file, "application/x-bibtex");
    case "citations.ris":
      return fileResponse(works.map((work) => ris(work)).join("\r\n"), file, "application/x-research-info-systems");
    case "citations.json":
      return fileResponse(
        `${JSON.stringify(
          works.map((work) => cslItem(work)),
          null,
          1,
        )}\n`,
        file,
        "application/json",
      );
    default:
      return errorResponse(404, "not_found", "Ask for citations.bib, citations.ris or citations.json.");
  }
}
