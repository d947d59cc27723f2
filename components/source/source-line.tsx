import { LOCALE } from "@/components/ui/locale";
import { locatorText } from "@/lib/citation/locator";
import { phraseUrl } from "@/lib/citation/text-fragment";
import type { Citation, Figure, SourceRef } from "@/lib/figures/figure";
import { edtfShort } from "@/lib/format/period";
import { paths } from "@/lib/paths";

/** Numbers of the sources listed on a page, by slug. */
export type SourceNumbers = ReadonlyMap<string, number>;

/** A publisher without the remark in brackets that tells who republished it. */
export function publisherName(source: Pick<SourceRef, "publisher">): string {
  return source.publisher.replace(/ \([^)]*\)$/, "");
}

/** "China Daily, 28 Feb 2019, para. 5", as far as known. */
export function sourceLineText({ source, locator }: Pick<Citation, "source" | "locator">): string {
  const date = source.published === null ? "no date" : edtfShort(source.published, LOCALE);
  return [publisherName(source), date, locatorText(locator)].filter((part) => part !== null).join(", ");
}

/** The superscript number of a source: to its place in the page's list, or to its own page where the list does not hold it. */
export function SourceNumber({ source, numbers }: { readonly source: SourceRef; readonly numbers: SourceNumbers }) {
  const number = numbers.get(source.slug);
  return number === undefined ? null : (
    <a className="n" href={`#source-${number}`} aria-label={`Source ${number}`}>
      {number}
    </a>
  );
}

/** Where a figure comes from, in one line that leads to the very phrase in the original. */
export function SourceLine({ figure, numbers }: { readonly figure: Figure; readonly numbers?: SourceNumbers }) {
  const origin = figure.citations[0];
  if (!origin) return null;
  const further = figure.citations.length - 1;
  return (
    <p className="cite">
      <span>
        <a href={phraseUrl(origin)}>{sourceLineText(origin)}</a>
        {numbers ? <SourceNumber source={origin.source} numbers={numbers} /> : null}
        {further > 0 ? <a href={paths.figure(figure.id)}> and {further} more</a> : null}
      </span>
    </p>
  );
}

/** The words of the source that hold the number, leading to them in the original. */
export function Phrase({ citation }: { readonly citation: Citation }) {
  if (citation.phrase === null) return null;
  return (
    <a className="phrase" href={phraseUrl(citation)} lang={citation.source.language}>
      “{citation.phrase}”
    </a>
  );
}
