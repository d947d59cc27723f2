import { readNames, straightName } from "@/lib/citation/names";
import type { SourceRef } from "@/lib/figures/figure";

/** What reference managers call a source, by its CSL type; anything else is a web page. */
const TYPES: Readonly<Record<string, string>> = {
  "article-newspaper": "newspaperArticle",
  "article-magazine": "magazineArticle",
  "article-journal": "journalArticle",
  report: "report",
  book: "book",
};
/** Those that stand in a periodical, which its publisher names. */
const IN_PERIODICAL = /Article$/;

/** A source as a ContextObject in a span (COinS, Z39.88-2004; Dublin Core): the text of its title. An unknown date is left out. */
export function coinsTitle(source: SourceRef): string {
  const type = TYPES[source.type] ?? "webpage";
  const fields: readonly (readonly [string, string | null])[] = [
    ["ctx_ver", "Z39.88-2004"],
    ["rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"],
    ["rft.type", type],
    ["rft.title", source.title],
    ...readNames(source).map((name) => ["rft.creator", straightName(name)] as const),
    [IN_PERIODICAL.test(type) ? "rft.source" : "rft.publisher", source.publisher],
    ["rft.date", source.published],
    ["rft.language", source.language],
    ["rft.identifier", source.url],
  ];
  return String(new URLSearchParams(fields.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))));
}
