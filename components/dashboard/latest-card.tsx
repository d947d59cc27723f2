import { ClaimsTag } from "@/components/figure/claims-tag";
import { FigureTags } from "@/components/figure/figure-card";
import { BigFigure, WordedFigure } from "@/components/figure/worded-figure";
import { SourceLine, type SourceNumbers } from "@/components/source/source-line";
import { LOCALE } from "@/components/ui/locale";
import { differingClaims } from "@/lib/figures/claims/claims";
import type { Figure } from "@/lib/figures/figure";
import type { MetricView } from "@/lib/figures/view-models";
import { edtfShort, periodText } from "@/lib/format/period";
import { wordedQuantity } from "@/lib/format/quantity";
import { countText, listText } from "@/lib/format/words";

/** Further regions listed below the first one. */
const MOST_OTHERS = 6;
/** Cases in which claims differ that are told; the list marks all of them. */
const MOST_DIFFERING = 3;

/** The newest figure of the first region chosen, those of the others, and where claims differ. */
export function LatestCard({ view, numbers }: { readonly view: MetricView; readonly numbers: SourceNumbers }) {
  const codes = view.chosen.map(({ code }) => code);
  const shown = new Set(view.series.map(({ id }) => id));
  const latest = view.latestOfChosen.filter(({ id }) => shown.has(id));
  const [first, ...others] = latest.sort((a, b) => codes.indexOf(a.region.code) - codes.indexOf(b.region.code));
  if (!first) return null;
  const differing = differingClaims(view.series);
  return (
    <aside className="card latest" aria-labelledby="latest">
      <h2 id="latest" className="label">
        Latest for {first.region.name}, {periodText(first, LOCALE, edtfShort)}
      </h2>
      <BigFigure figure={first} asOf={view.asOf} />
      <FigureTags figure={first} isNewest asOf={view.asOf} />
      {others.length > 0 ? (
        <dl className="others">
          {others.slice(0, MOST_OTHERS).map((figure) => (
            <div key={figure.id}>
              <dt>
                {figure.region.name} <small>{periodText(figure, LOCALE, edtfShort)}</small>
              </dt>
              <dd>
                <WordedFigure figure={figure} asOf={view.asOf} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {others.length > MOST_OTHERS ? (
        <p className="meta">
          {MOST_OTHERS + 1} of {countText(latest.length, "region", "regions", LOCALE)}; all of them are among the
          figures below.
        </p>
      ) : null}
      {differing.slice(0, MOST_DIFFERING).map((group) => (
        <DifferingNote key={group[0]?.id} figures={group} asOf={view.asOf} />
      ))}
      {differing.length > MOST_DIFFERING ? (
        <p className="note">
          Sources differ in {countText(differing.length - MOST_DIFFERING, "more case", "more cases", LOCALE)}, marked in
          the list below.
        </p>
      ) : null}
      <SourceLine figure={first} numbers={numbers} asOf={view.asOf} />
    </aside>
  );
}

/** "Two sources differ for Guizhou, 2022: 99.7% and 90.5%." */
function DifferingNote({ figures, asOf }: { readonly figures: readonly Figure[]; readonly asOf: string | null }) {
  const [first] = figures;
  if (!first) return null;
  const claims = figures.map((figure) => `“${wordedQuantity(figure, LOCALE)}”`);
  return (
    <p className="note">
      {first.region.name}, {periodText(first, LOCALE, edtfShort)}: sources say {listText([...new Set(claims)], LOCALE)}.{" "}
      <ClaimsTag figure={first} asOf={asOf} />
    </p>
  );
}
