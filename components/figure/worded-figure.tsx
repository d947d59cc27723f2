import { WordedLink, type WordedText } from "@/components/figure/worded-link";
import { LOCALE } from "@/components/ui/locale";
import type { Figure } from "@/lib/figures/figure";
import { numberText, wordedQuantity, wordingAsStated } from "@/lib/format/quantity";
import { paths } from "@/lib/paths";

/** A figure in one line of text: the source's word and the rest of it apart. Its page is that of the day `asOf`; null for today. */
export function wordedText(figure: Figure, asOf: string | null = null): WordedText {
  const words = wordingAsStated(figure);
  const text = wordedQuantity(figure, LOCALE);
  const begins = words !== "" && text.startsWith(words);
  return {
    href: paths.figure(figure.id, { asOf }),
    words: begins ? words : "",
    rest: begins ? text.slice(words.length) : text,
  };
}

/** The same, as a link to the figure. */
export function WordedFigure({ figure, asOf = null }: { readonly figure: Figure; readonly asOf?: string | null }) {
  return <WordedLink {...wordedText(figure, asOf)} />;
}

/** Characters from which a number takes the smaller of the two large sizes. */
const LONG = 8;

/** A figure in large type: word, number, unit. Links to the figure's own page unless it is that page. */
export function BigFigure({
  figure,
  linked = true,
  asOf = null,
}: {
  readonly figure: Figure;
  readonly linked?: boolean;
  readonly asOf?: string | null;
}) {
  const words = wordingAsStated(figure);
  const { number, unit } = numberText(figure, figure.metric.counted ?? figure.metric.unit, LOCALE);
  const size = number.length > LONG ? "fig long" : "fig";
  const content = (
    <>
      {words === "" ? null : <span className="q">{words} </span>}
      {number}
      {unit === "" ? null : (
        <>
          {unit === "%" ? "\u2009" : " "}
          <span className="u">{unit}</span>
        </>
      )}
    </>
  );
  return linked ? (
    <a className={size} href={paths.figure(figure.id, { asOf })}>
      {content}
    </a>
  ) : (
    <p className={size}>{content}</p>
  );
}
