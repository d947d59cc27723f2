import { goneOrNotFound } from "@/lib/api/gone";
import { bibtex, cslItem, ris } from "@/lib/citation/formats";
import { findFigure } from "@/lib/data/figures";
import { listSources } from "@/lib/data/sources";
import { findWithdrawal } from "@/lib/data/withdrawn";
import type { SourceRef } from "@/lib/figures/figure";
import { errorAnswer, fileAnswer } from "@/lib/http/answers";

interface Context {
  readonly params: Promise<{ readonly noun: string; readonly key: string; readonly file: string }>;
}

/** The source behind a figure or a source's own record, with the place in it; null when there is none. */
async function findCited(noun: string, key: string): Promise<{ source: SourceRef; locator: string | null } | null> {
  if (noun === "figures") return (await findFigure(key))?.figure.citations[0] ?? null;
  const source = noun === "sources" ? (await listSources()).find(({ slug }) => slug === key) : undefined;
  return source ? { source, locator: null } : null;
}

/** A citation for reference managers: /api/v1/sources/[key]/citation.bib, .ris or .json (CSL-JSON); the same for figures. 410 with the reason for what was withdrawn. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { noun, key, file } = await params;
  const cited = await findCited(noun, key);
  if (!cited) {
    const isCitable = noun === "figures" || noun === "sources";
    return goneOrNotFound(isCitable ? await findWithdrawal(noun, key) : null);
  }
  const { source, locator } = cited;
  switch (file) {
    case "citation.bib":
      return fileAnswer(bibtex(source), `${source.slug}.bib`, "application/x-bibtex");
    case "citation.ris":
      return fileAnswer(ris(source), `${source.slug}.ris`, "application/x-research-info-systems");
    case "citation.json":
      return fileAnswer(
        `${JSON.stringify([cslItem(source, locator)], null, 1)}\n`,
        `${source.slug}.json`,
        "application/json",
      );
    default:
      return errorAnswer(404, "not_found", "Ask for citation.bib, citation.ris or citation.json.");
  }
}
