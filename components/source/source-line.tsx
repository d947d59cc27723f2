import { NumberLink } from "@/components/source/number-link";
import { LOCALE } from "@/components/ui/locale";
import { shortReference } from "@/lib/citation/short-reference";
import { phraseUrl } from "@/lib/citation/text-fragment";
import type { Citation, Figure, SourceRef } from "@/lib/figures/figure";
import { paths } from "@/lib/paths";

/** Numbers of the sources listed on a page, by slug. */
export type SourceNumbers = ReadonlyMap<string, number>;

/** "China Daily, 28 Feb 2019, para. 5", as far as known. */
export function sourceLineText(citation: Pick<Citation, "source" | "locator">): string {
  return shortReference(citation, LOCALE);
}

/** The superscript number of a source: to its place in the page's list, or to its own page where the list does not hold it. */
export function SourceNumber({ source, numbers }: { readonly source: SourceRef; readonly numbers: SourceNumbers }) {
  const number = numbers.get(source.slug);
  return number === undefined ? null : <NumberLink number={number} />;
}

interface SourceLineProps {
  readonly figure: Figure;
  readonly numbers?: SourceNumbers;
  /** The day to which its link to the figure leads; null for today. */
  readonly asOf: string | null;
}

/** Where a figure comes from, in one line that leads to the very phrase in the original. */
export function SourceLine({ figure, numbers, asOf }: SourceLineProps) {
  const origin = figure.citations[0];
  if (!origin) return null;
  const further = figure.citations.length - 1;
  return (
    <p className="cite">
      <span>
        <a href={phraseUrl(origin)}>{sourceLineText(origin)}</a>
        {numbers ? <SourceNumber source={origin.source} numbers={numbers} /> : null}
        {further > 0 ? <a href={paths.figure(figure.id, { asOf })}> and {further} more</a> : null}
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
