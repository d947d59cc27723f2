import type { SourceNumbers } from "@/components/source/source-line";
import { LOCALE } from "@/components/ui/locale";
import { phraseUrl } from "@/lib/citation/text-fragment";
import type { Citation, SourceRef } from "@/lib/figures/figure";
import { edtfText } from "@/lib/format/period";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** A source as a list shows it; how many figures it holds is said where it is known. */
type ListedSource = SourceRef & { readonly figureCount?: number };

/** The sources of citations, each once, in the order in which a reader meets them. */
export function sourcesOf(citations: readonly Citation[]): readonly SourceRef[] {
  return [...new Map(citations.map(({ source }) => [source.slug, source])).values()];
}

/** Numbers of sources in the order of a list, from 1. */
export function numberSources(sources: readonly Pick<SourceRef, "slug">[]): SourceNumbers {
  return new Map(sources.map(({ slug }, index) => [slug, index + 1]));
}

/** "China Daily, 28 February 2019", or "no date". */
export function publishedText({ publisher, published }: Pick<SourceRef, "publisher" | "published">): string {
  return `${publisher}, ${published === null ? "no date" : edtfText(published, LOCALE)}`;
}

/** The numbered sources of a page. `citations` are those the page shows; the first of a source leads to its phrase. */
export function SourceList({
  sources,
  citations,
}: {
  readonly sources: readonly ListedSource[];
  readonly citations: readonly Citation[];
}) {
  const first = new Map<string, Citation>();
  for (const citation of citations) {
    const known = first.get(citation.source.slug);
    if (!known || known.phrase === null) first.set(citation.source.slug, citation);
  }
  return (
    <ol className="sources">
      {sources.map((source, index) => {
        const citation = first.get(source.slug);
        return (
          <li key={source.slug} id={`source-${index + 1}`}>
            <a className="title" href={paths.source(source.slug)} lang={source.language}>
              {source.title}
            </a>{" "}
            {publishedText(source)}.{" "}
            {source.figureCount === undefined
              ? null
              : `${countText(source.figureCount, "figure", "figures", LOCALE)}. `}
            <a href={citation ? phraseUrl(citation) : source.url}>Original</a>
          </li>
        );
      })}
    </ol>
  );
}
