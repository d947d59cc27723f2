import { FigureTable } from "@/components/figure/figure-table";
import { WordedFigure } from "@/components/figure/worded-figure";
import { sourceLineText } from "@/components/source/source-line";
import { VERDICTS } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { Tag } from "@/components/ui/tag";
import { type VerdictKind, verdict } from "@/lib/figures/claims/verdict";
import type { Figure } from "@/lib/figures/figure";
import { verdictText } from "@/lib/format/verdict-text";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

const COMPARABLE: readonly VerdictKind[] = ["differ", "cannot_tell", "vaguer", "agree"];
const NO_NUMBERS: ReadonlyMap<string, number> = new Map();

/** What others say that may be about the same, with a verdict each; then the figures that speak of other times. */
export function OtherClaims({
  figure,
  others,
  inAll,
  asOf,
}: {
  readonly figure: Figure;
  readonly others: readonly Figure[];
  /** How many others there are; more than are given where only the newest are. */
  readonly inAll: number;
  readonly asOf: string | null;
}) {
  if (others.length === 0) return null;
  const judged = others.map((other) => ({ other, ...verdict(figure, other), why: verdictText(figure, other, LOCALE) }));
  const comparable = COMPARABLE.flatMap((kind) => judged.filter((claim) => claim.kind === kind));
  const rest = judged.filter(({ kind }) => kind === "not_comparable").map(({ other }) => other);
  return (
    <>
      {comparable.length > 0 ? (
        <section>
          <h2>Perhaps about the same</h2>
          <ul className="claims">
            {comparable.map(({ other, kind, why }) => (
              <li key={other.id}>
                <WordedFigure figure={other} asOf={asOf} /> <Tag tone={VERDICTS[kind].tone}>{VERDICTS[kind].name}</Tag>{" "}
                <span className="meta">
                  {why}. {other.citations[0] ? sourceLineText(other.citations[0]) : null}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {rest.length > 0 ? (
        <section>
          <h2>At other times, or otherwise not comparable</h2>
          <FigureTable
            figures={rest}
            subject="region"
            caption="Figures of the same metric and region"
            numbers={NO_NUMBERS}
            asOf={asOf}
          />
        </section>
      ) : null}
      {inAll > others.length ? (
        <p className="meta">
          The newest {others.length} of {countText(inAll, "other figure", "other figures", LOCALE)} of this metric and
          place: <a href={paths.metric(figure.metric.slug, { asOf })}>all of them</a>.
        </p>
      ) : null}
    </>
  );
}
