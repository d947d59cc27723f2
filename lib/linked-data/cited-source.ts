import { readNames, straightName } from "@/lib/citation/names";
import type { SourceRef } from "@/lib/figures/figure";
import { type LinkedData, node } from "@/lib/linked-data/linked-data";

const TYPES: Readonly<Record<string, string>> = {
  "article-newspaper": "NewsArticle",
  "article-magazine": "Article",
  "article-journal": "ScholarlyArticle",
  report: "Report",
  book: "Book",
  webpage: "WebPage",
  dataset: "Dataset",
};

/** A source as what is cited; what its page does not say is left out. Only a name in its parts is said to be a person's. */
export function citedSource(source: SourceRef): LinkedData {
  return node(TYPES[source.type] ?? "CreativeWork", {
    name: source.title,
    url: source.url,
    author: readNames(source).map((name) =>
      "literal" in name ? name.literal : node("Person", { name: straightName(name) }),
    ),
    publisher: node("Organization", { name: source.publisher }),
    datePublished: source.published,
    inLanguage: source.language,
  });
}
