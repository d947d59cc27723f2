import { readNames, turnedName } from "@/lib/citation/names";
import type { SourceRef } from "@/lib/figures/figure";

/** CSL types whose publisher is the name of a periodical. */
const PERIODICALS: ReadonlySet<string> = new Set(["article-newspaper", "article-magazine", "article-journal"]);

/**
 * A source as citation_* metadata, which reference managers and academic search engines read. An unknown date or by-line is left out;
 * the address is that of the original.
 */
export function citationMeta(source: SourceRef): Readonly<Record<string, string | string[]>> {
  const authors = readNames(source).map(turnedName);
  return {
    citation_title: source.title,
    ...(authors.length === 0 ? {} : { citation_author: authors }),
    ...(source.published === null ? {} : { citation_publication_date: source.published.replaceAll("-", "/") }),
    [PERIODICALS.has(source.type) ? "citation_journal_title" : "citation_publisher"]: source.publisher,
    citation_language: source.language,
    citation_fulltext_html_url: source.url,
  };
}
