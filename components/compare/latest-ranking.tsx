import { WordingGlyph } from "@/components/charts/wording-glyph";
import { FigureTags } from "@/components/figure/figure-card";
import { WordedFigure } from "@/components/figure/worded-figure";
import { SourceNumber, type SourceNumbers, sourceLineText } from "@/components/source/source-line";
import { LOCALE } from "@/components/ui/locale";
import type { LatestClaims, LatestRanking as Ranking } from "@/lib/charts/compare/rank-latest";
import { phraseUrl } from "@/lib/citation/text-fragment";
import type { RankGroup } from "@/lib/figures/compare/ranking";
import type { MetricRef } from "@/lib/figures/figure";
import { edtfShort, periodText } from "@/lib/format/period";
import { listText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

interface Props {
  readonly metric: MetricRef;
  readonly ranking: Ranking;
  readonly numbers: SourceNumbers;
  /** The day that they are of; null for today. */
  readonly asOf: string | null;
}

/** The latest figures of a metric as a table, ranked as far as their wordings and times allow, each with its source. */
export function LatestRanking({ metric, ranking: { groups, unranked, without }, numbers, asOf }: Props) {
  const count = groups.length + unranked.length;
  return (
    <div className="ranking">
      {count > 0 ? (
        <table>
          <caption>
            {metric.name}: the latest figures{groups.length > 0 ? ", the largest first" : ""}
          </caption>
          <thead>
            <tr>
              <th scope="col">Rank</th>
              <th scope="col">Region</th>
              <th scope="col">As worded</th>
            </tr>
          </thead>
          {groups.map((group) => (
            <GroupRows key={group.first} group={group} numbers={numbers} asOf={asOf} />
          ))}
          {unranked.length > 0 ? (
            <tbody>
              <tr>
                <th scope="rowgroup" colSpan={3} className="note">
                  {groups.length > 0
                    ? "Not ranked: of another time, counted otherwise, or undated"
                    : "Not ranked: no two are of one time, counted alike"}
                </th>
              </tr>
              {unranked.map((one) => (
                <ClaimsRow key={one.region.code} rank="–" one={one} numbers={numbers} asOf={asOf} />
              ))}
            </tbody>
          ) : null}
        </table>
      ) : null}
      {without.length > 0 ? (
        <p className="meta">
          No outcome:{" "}
          {listText(
            without.map(({ name }) => name),
            LOCALE,
          )}
          .
        </p>
      ) : null}
      <p className="meta">
        <a href={paths.metric(metric.slug, { asOf })}>Definition and every figure</a>
      </p>
    </div>
  );
}

/** Ranks that are held together, and why. */
function GroupRows({
  group,
  numbers,
  asOf,
}: Pick<Props, "numbers" | "asOf"> & { readonly group: RankGroup<LatestClaims> }) {
  const { first, last, isTie, members } = group;
  return (
    <tbody>
      {first < last ? (
        <tr>
          <th scope="rowgroup" colSpan={3} className="note">
            {isTie
              ? `The same number: they share ranks ${first} to ${last}`
              : `Order not certain: ranks ${first} to ${last} are one group`}
          </th>
        </tr>
      ) : null}
      {members.map(({ item, first: from, last: to }) => (
        <ClaimsRow
          key={item.region.code}
          rank={from === to ? `${from}` : `${from}–${to}`}
          one={item}
          numbers={numbers}
          asOf={asOf}
        />
      ))}
    </tbody>
  );
}

/** A region with all that is claimed of it for that time. */
function ClaimsRow({
  rank,
  one: { region, claims },
  numbers,
  asOf,
}: Pick<Props, "numbers" | "asOf"> & { readonly rank: string; readonly one: LatestClaims }) {
  return (
    <tr>
      <td>{rank}</td>
      <th scope="row">
        <a href={paths.region(region.code, { asOf })}>{region.name}</a>
      </th>
      <td>
        {claims.map((figure) => (
          <p key={figure.id}>
            <WordingGlyph wording={figure.wording} outlook={figure.outlook} kind="point" />
            <WordedFigure figure={figure} asOf={asOf} />
            <FigureTags figure={figure} asOf={asOf} />
            <small>
              {periodText(figure, LOCALE, edtfShort)}
              {figure.citations.slice(0, 1).map((citation) => (
                <span key={citation.source.slug}>
                  . <a href={phraseUrl(citation)}>{sourceLineText(citation)}</a>
                  <SourceNumber source={citation.source} numbers={numbers} />
                </span>
              ))}
            </small>
          </p>
        ))}
      </td>
    </tr>
  );
}
