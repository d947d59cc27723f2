import { FigureTags } from "@/components/figure/figure-card";
import { FigureHistory } from "@/components/figure/figure-history";
import { figureHeadline } from "@/components/figure/figure-text";
import { Quotes } from "@/components/figure/quote";
import { BigFigure, WordedFigure } from "@/components/figure/worded-figure";
import { SearchBox } from "@/components/layout/search-box";
import { sourceLineText } from "@/components/source/source-line";
import { LOCALE } from "@/components/ui/locale";
import { Tag } from "@/components/ui/tag";
import type { Withdrawal, WithdrawnFigure } from "@/lib/figures/view-models";
import { dayText, periodText } from "@/lib/format/period";
import { paths } from "@/lib/paths";

/** When and why, in one sentence. */
function withdrawnText({ at, reason }: Withdrawal): string {
  return `Retracted on ${dayText(at, LOCALE)}${reason === null ? "." : `: ${reason.replace(/\.?$/, ".")}`}`;
}

/** The permanent address of a figure that was retracted: what it said, when and why it was retracted, what stands in its place. */
export function WithdrawnFigurePage({ view }: { readonly view: WithdrawnFigure }) {
  const { figure, withdrawal, instead, history } = view;
  const { metric, region, organisation } = figure;
  return (
    <>
      <h1>{metric.name}</h1>
      <p className="lede">
        {organisation === null ? "" : `${organisation.name}, `}
        {region.name}, {periodText(figure, LOCALE)}
      </p>
      <p className="notice warn">
        {withdrawnText(withdrawal)} It is not to be used any more, and stands in no list, chart or download.
      </p>
      <section className="card statement" aria-label="What it said">
        <p className="tags">
          <Tag tone="warn">Retracted</Tag>
          <FigureTags figure={figure} />
        </p>
        <BigFigure figure={figure} linked={false} />
        <Quotes citations={figure.citations} />
      </section>
      {instead.length === 0 ? null : (
        <section>
          <h2>{withdrawal.replacedBy === null ? "The same place of the source, as recorded now" : "Replaced by"}</h2>
          <ul className="claims">
            {instead.map((other) => (
              <li key={other.id}>
                <WordedFigure figure={other} />{" "}
                <span className="meta">
                  {figureHeadline(other)}. {other.citations[0] ? sourceLineText(other.citations[0]) : null}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <FigureHistory history={history} />
    </>
  );
}

/** The address of any other record that was retracted. `href` gives the address of what stands in its place. */
export function WithdrawnPage({
  what,
  withdrawal,
  href,
}: {
  readonly what: string;
  readonly withdrawal: Withdrawal;
  readonly href: (key: string) => string;
}) {
  return (
    <>
      <h1>{withdrawal.name ?? what}</h1>
      <p className="notice warn">{withdrawnText(withdrawal)}</p>
      <p>
        This {what} is not in use any more.{" "}
        {withdrawal.replacedBy === null ? null : <a href={href(withdrawal.replacedBy)}>What stands in its place</a>}
      </p>
      <SearchBox large />
      <p>
        <a href={paths.dashboard()}>Dashboard</a>
      </p>
    </>
  );
}
