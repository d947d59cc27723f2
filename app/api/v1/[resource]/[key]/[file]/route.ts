import { LOCALE } from "@/components/ui/locale";
import { goneOrNotFound } from "@/lib/api/gone-response";
import { bibtex, cslItem, ris } from "@/lib/citation/formats";
import { findFigure } from "@/lib/data/public/figures";
import { recordOf } from "@/lib/data/public/reuse/citable";
import { listSources } from "@/lib/data/public/sources";
import { findWithdrawal } from "@/lib/data/public/withdrawn";
import type { SourceRef } from "@/lib/figures/figure";
import { errorResponse, fileResponse } from "@/lib/http/responses";

interface Context {
  readonly params: Promise<{ readonly resource: string; readonly key: string; readonly file: string }>;
}

interface Cited {
  readonly source: SourceRef;
  readonly locator: string | null;
  /** The phrase of a figure, who says it, and where it is recorded here. */
  readonly note: string | null;
}

/** The source behind a figure or a source's own record, with the place in it; null when there is none. */
async function findCited(resource: string, key: string): Promise<Cited | null> {
  if (resource === "figures") {
    const view = await findFigure(key);
    const origin = view?.figure.citations[0];
    return view && origin ? { ...origin, note: recordOf(view, null, LOCALE) } : null;
  }
  const source = resource === "sources" ? (await listSources()).find(({ slug }) => slug === key) : undefined;
  return source ? { source, locator: null, note: null } : null;
}

/** A citation for reference managers: /api/v1/sources/[key]/citation.bib, .ris or .json (CSL-JSON); the same for figures. 410 with the reason for what was withdrawn. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { resource, key, file } = await params;
  const cited = await findCited(resource, key);
  if (!cited) {
    const isCitable = resource === "figures" || resource === "sources";
    return goneOrNotFound(isCitable ? await findWithdrawal(resource, key) : null);
  }
  const { source, locator, note } = cited;
  switch (file) {
    case "citation.bib":
      return fileResponse(bibtex(source, note), `${source.slug}.bib`, "application/x-bibtex");
    case "citation.ris":
      return fileResponse(ris(source, note), `${source.slug}.ris`, "application/x-research-info-systems");
    case "citation.json":
      return fileResponse(
        `${JSON.stringify([cslItem(source, locator, note)], null, 1)}\n`,
        `${source.slug}.json`,
        "application/json",
      );
    default:
      return errorResponse(404, "not_found", "Ask for citation.bib, citation.ris or citation.json.");
  }
}
