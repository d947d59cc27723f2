import { FigureTags } from "@/components/figure/figure-card";
import { WordedFigure } from "@/components/figure/worded-figure";
import { Phrase, SourceNumber, type SourceNumbers } from "@/components/source/source-line";
import { SPEAKER_KINDS } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { locatorText } from "@/lib/citation/locator";
import type { Citation, Figure } from "@/lib/figures/figure";
import { newestOfSeries } from "@/lib/figures/staleness";
import { edtfShort, periodText } from "@/lib/format/period";
import { paths } from "@/lib/paths";

type Subject = "metric" | "region" | "both";

/** Figures with everything needed to judge them. `subject` says what the first column must tell (the page tells the rest). */
export function FigureTable({
  figures,
  subject,
  caption,
  numbers,
}: {
  readonly figures: readonly Figure[];
  readonly subject: Subject;
  readonly caption: string;
  readonly numbers: SourceNumbers;
}) {
  const newest = newestOfSeries(figures);
  return (
    <table className={`figures of-${subject}`}>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{subject === "region" ? "Region" : "Metric"}</th>
          <th scope="col">Period</th>
          <th scope="col" className="num">
            As worded
          </th>
          <th scope="col">Who says so</th>
          <th scope="col">Source and place</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.id}>
            <th scope="row">
              <SubjectName figure={figure} subject={subject} />
            </th>
            <td>{periodText(figure, LOCALE, edtfShort)}</td>
            <td className="num">
              <WordedFigure figure={figure} />
              <FigureTags figure={figure} isNewest={newest.has(figure)} />
            </td>
            <td>{figure.speaker ?? SPEAKER_KINDS[figure.speakerKind]}</td>
            <td>
              {figure.citations.map((citation) => (
                <CitationPlace
                  key={`${citation.source.slug} ${citation.locator ?? ""}`}
                  citation={citation}
                  numbers={numbers}
                />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SubjectName({
  figure: { metric, region, organisation },
  subject,
}: {
  readonly figure: Figure;
  readonly subject: Subject;
}) {
  const more = [subject === "both" ? region.name : null, organisation?.name ?? null].filter((part) => part !== null);
  return (
    <>
      {subject === "region" ? (
        <a href={paths.region(region.code)}>{region.name}</a>
      ) : (
        <a href={paths.metric(metric.slug, { region: [region.code] })}>{metric.name}</a>
      )}
      {more.length > 0 ? <small>{more.join(" · ")}</small> : null}
    </>
  );
}

/** The source with the place in it, and the phrase. */
function CitationPlace({ citation, numbers }: { readonly citation: Citation; readonly numbers: SourceNumbers }) {
  const { source, locator } = citation;
  const place = [source.published === null ? null : edtfShort(source.published, LOCALE), locatorText(locator)];
  return (
    <p>
      <a href={paths.source(source.slug)} lang={source.language}>
        {source.title}
      </a>
      {place.filter((part) => part !== null).map((part) => `, ${part}`)}
      <SourceNumber source={source} numbers={numbers} />
      <Phrase citation={citation} />
    </p>
  );
}
