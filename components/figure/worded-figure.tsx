import { LOCALE } from "@/components/ui/locale";
import type { Figure } from "@/lib/figures/figure";
import { numberText, wordedQuantity, wordingAsStated } from "@/lib/format/quantity";
import { paths } from "@/lib/paths";

/** A figure in one line of text: the source's word in italics, the number in bold. */
export function WordedFigure({ figure }: { readonly figure: Figure }) {
  const words = wordingAsStated(figure);
  const text = wordedQuantity(figure, LOCALE);
  const rest = words !== "" && text.startsWith(words) ? text.slice(words.length) : text;
  return (
    <a className="worded" href={paths.figure(figure.id)}>
      {rest === text ? null : <i>{words}</i>}
      <b>{rest}</b>
    </a>
  );
}

/** Characters from which a number takes the smaller of the two large sizes. */
const LONG = 8;

/** A figure in large type: word, number, unit. Links to the figure's own page unless it is that page. */
export function BigFigure({ figure, linked = true }: { readonly figure: Figure; readonly linked?: boolean }) {
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
    <a className={size} href={paths.figure(figure.id)}>
      {content}
    </a>
  ) : (
    <p className={size}>{content}</p>
  );
}
