import { FigureTags } from "@/components/figure/figure-card";
import { type FigureRow, FigureRows } from "@/components/figure/figure-rows";
import { wordedText } from "@/components/figure/worded-figure";
import type { SourceNumbers } from "@/components/source/source-line";
import { sourcesOf } from "@/components/source/source-list";
import { SPEAKER_KINDS } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { locatorText } from "@/lib/citation/locator";
import { phraseUrl } from "@/lib/citation/text-fragment";
import type { Citation, Figure } from "@/lib/figures/figure";
import { newestOfSeries } from "@/lib/figures/staleness";
import { edtfShort, periodText } from "@/lib/format/period";
import { paths } from "@/lib/paths";

type Subject = "metric" | "region" | "both";

/**
 * Figures with everything needed to judge them, of the day `asOf` (null: today). `subject` says what the first column must tell (the page
 * tells the rest).
 */
export function FigureTable({
  figures,
  subject,
  caption,
  numbers,
  asOf = null,
}: {
  readonly figures: readonly Figure[];
  readonly subject: Subject;
  readonly caption: string;
  readonly numbers: SourceNumbers;
  readonly asOf?: string | null;
}) {
  const newest = newestOfSeries(figures);
  const sources = sourcesOf(figures.flatMap(({ citations }) => citations));
  const placeOf = new Map(sources.map(({ slug }, place) => [slug, place]));
  const rows = figures.map(
    (figure): FigureRow => ({
      id: figure.id,
      subject: subjectOf(figure, subject, asOf),
      period: periodText(figure, LOCALE, edtfShort),
      worded: wordedText(figure, asOf),
      tags: FigureTags({ figure, isNewest: newest.has(figure), asOf }),
      speaker: figure.speaker ?? SPEAKER_KINDS[figure.speakerKind],
      citations: figure.citations.map((citation) => citedAt(citation, placeOf.get(citation.source.slug) ?? -1)),
    }),
  );
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
        <FigureRows
          rows={rows}
          sources={sources.map(({ slug, title, language }) => ({
            href: paths.source(slug),
            title,
            language,
            number: numbers.get(slug) ?? null,
          }))}
        />
      </tbody>
    </table>
  );
}

function subjectOf(
  { metric, region, organisation }: Figure,
  subject: Subject,
  asOf: string | null,
): FigureRow["subject"] {
  const more = [subject === "both" ? region.name : null, organisation?.name ?? null].filter((part) => part !== null);
  return {
    ...(subject === "region"
      ? { name: region.name, href: paths.region(region.code, { asOf }) }
      : { name: metric.name, href: paths.metric(metric.slug, { region: [region.code], asOf }) }),
    more: more.join(" · "),
  };
}

/** The place in a source, and the phrase there, of the source at a place in the list of them. */
function citedAt(citation: Citation, source: number): FigureRow["citations"][number] {
  const { phrase, locator } = citation;
  const { published } = citation.source;
  const place = [published === null ? null : edtfShort(published, LOCALE), locatorText(locator)];
  return {
    source,
    place: place.flatMap((part) => (part === null ? [] : `, ${part}`)).join(""),
    phrase: phrase === null ? null : { href: phraseUrl(citation), text: phrase },
  };
}
