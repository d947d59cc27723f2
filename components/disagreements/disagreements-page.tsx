import { WordedFigure } from "@/components/figure/worded-figure";
import { FilterForm } from "@/components/filters/filter-form";
import { SelectPill } from "@/components/filters/select-pill";
import { Phrase, sourceLineText } from "@/components/source/source-line";
import { LOCALE } from "@/components/ui/locale";
import { Pager } from "@/components/ui/pager";
import { publisherName } from "@/lib/citation/short-reference";
import type { Disagreement, DisagreementsView } from "@/lib/figures/claims/claims-view";
import { edtfShort, periodText } from "@/lib/format/period";
import { apartText, togetherText } from "@/lib/format/verdict-text";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Everything that sources differ about, the farthest apart first, each leading to all that they say. */
export function DisagreementsPage({ view }: { readonly view: DisagreementsView }) {
  const { topic, region, choices, total, number, pages, isCut, before, disagreements } = view;
  return (
    <>
      <h1>What sources differ about</h1>
      <p className="lede">
        Figures of the same metric, place and time that cannot all be true, by how far apart they are as a part of the
        larger number. Nothing is averaged, and none is hidden.
      </p>
      <FilterForm action={paths.disagreements()} label="Filters">
        <SelectPill
          name="topic"
          label="Topic"
          value={topic}
          any="All"
          choices={choices.topics.map(({ slug, name }) => ({ value: slug, name }))}
        />
        <SelectPill
          name="region"
          label="Region"
          value={region}
          any="All"
          choices={choices.regions.map(({ code, name }) => ({ value: code, name }))}
        />
        <button type="submit" className="show">
          Show
        </button>
      </FilterForm>
      {total === 0 ? (
        <p className="empty" role="status">
          Nothing that sources differ about{topic === null && region === null ? "" : " here"}.{" "}
          {topic === null && region === null ? null : <a href={paths.disagreements()}>Show all</a>}
        </p>
      ) : (
        <section>
          <h2>{countText(total, "disagreement", "disagreements", LOCALE)}</h2>
          <ol className="claims disagreements" start={before + 1}>
            {disagreements.map((each) => (
              <DisagreementLine key={each.figures[0]?.id} disagreement={each} />
            ))}
          </ol>
          <Pager {...{ number, pages }} href={(page) => paths.disagreements({ topic, region, page })} />
          {isCut && number === pages ? (
            <p className="meta">The list ends here: a topic or a region has the rest.</p>
          ) : null}
        </section>
      )}
    </>
  );
}

function DisagreementLine({ disagreement: { figures, inAll, apart } }: { readonly disagreement: Disagreement }) {
  const [first] = figures;
  if (!first) return null;
  const { metric, region, organisation } = first;
  const why = togetherText({ kind: "differ", figures: inAll, counted: null }, figures, LOCALE);
  return (
    <li>
      <h3>
        <a href={paths.claims(first.id)}>
          {metric.name}, {organisation === null ? region.name : `${organisation.name}, ${region.name}`},{" "}
          {periodText(first, LOCALE, edtfShort)}
        </a>
      </h3>
      <p className="meta">
        {apartText(figures, apart, LOCALE)}
        {why === null ? "" : ` ${why}.`}
        {inAll > figures.length ? ` The lowest and the highest of ${countText(inAll, "claim", "claims", LOCALE)}:` : ""}
      </p>
      <ul className="plain">
        {figures.map((figure) => (
          <li key={figure.id}>
            <WordedFigure figure={figure} />{" "}
            {figure.citations.slice(0, 1).map((citation) => (
              <span key={citation.source.slug} className="meta">
                <Phrase citation={citation} />{" "}
                {figure.speaker === null || figure.speaker === publisherName(citation.source)
                  ? ""
                  : `${figure.speaker}; `}
                {sourceLineText(citation)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </li>
  );
}
