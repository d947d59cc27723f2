import { spanText } from "@/components/dashboard/headline";
import { FigureTags } from "@/components/figure/figure-card";
import { WordedFigure } from "@/components/figure/worded-figure";
import { CiteSection } from "@/components/reuse/cite-section";
import { Coins } from "@/components/source/coins";
import { LINK_TAGS, LinkText } from "@/components/source/link-text";
import { Phrase } from "@/components/source/source-line";
import { publishedText } from "@/components/source/source-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { FileLinks } from "@/components/ui/file-links";
import { SOURCE_KINDS, SPEAKER_KINDS } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { Pager, rangeText } from "@/components/ui/pager";
import { RecordList } from "@/components/ui/record-list";
import { Tag } from "@/components/ui/tag";
import type { Citable } from "@/lib/citation/citable";
import { locatorText } from "@/lib/citation/locator";
import { authorNames } from "@/lib/citation/names";
import { phraseUrl } from "@/lib/citation/text-fragment";
import type { Figure } from "@/lib/figures/figure";
import type { LinkRecord, SourceRecord, SourceView } from "@/lib/figures/view-models";
import { dayText, edtfShort, edtfText, periodText } from "@/lib/format/period";
import { countText, listText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** A source as a headline and as a sentence, for search engines. */
export function sourceHeadline(source: SourceRecord): { readonly title: string; readonly description: string } {
  const count = countText(source.figureCount, "figure", "figures", LOCALE);
  return {
    title: `${source.title}: ${count}`,
    description: `${count} from “${source.title}”, ${publishedText(source)}.`,
  };
}

/** A source: its record, everything taken from it in reading order, how to cite it. */
export function SourcePage({
  view: { source, extent, page, milestones },
  citable,
}: {
  readonly view: SourceView;
  readonly citable: Citable;
}) {
  const firstCitation = (page.number === 1 ? page.figures : [])
    .flatMap(({ citations }) => citations)
    .find((citation) => citation.source.slug === source.slug);
  return (
    <>
      <Breadcrumb steps={[{ name: "Sources", href: paths.sources() }]} />
      <h1 lang={source.language}>{source.title}</h1>
      <p className="lede">
        {publishedText(source)}. {countText(extent.figures, "figure", "figures", LOCALE)}
        {spanText(extent)}.
      </p>
      <p className="actions">
        <a className="btn primary" href={firstCitation ? phraseUrl(firstCitation) : source.url}>
          {firstCitation?.phrase ? "Original, at the first phrase" : "Original"}
        </a>
        {source.archiveUrl === null ? null : (
          <a className="btn" href={source.archiveUrl}>
            Archived copy
          </a>
        )}
      </p>
      {source.link === null ? null : <LinkNote link={source.link} hasArchive={source.archiveUrl !== null} />}
      <section>
        <h2>
          {page.isInReadingOrder ? "Figures in reading order" : "Figures in the order of recording"}{" "}
          {page.pages > 1 ? <small>{rangeText(page, LOCALE)}</small> : null}
        </h2>
        <ol className="reading">
          {page.figures.map((figure) => (
            <ReadFigure key={figure.id} figure={figure} source={source} />
          ))}
        </ol>
        <Pager {...page} href={(number) => paths.source(source.slug, { page: number })} />
        {page.total > 0 ? (
          <p className="after">
            <FileLinks total={page.total} page={paths.source(source.slug)} />
          </p>
        ) : null}
      </section>
      {milestones.length > 0 ? (
        <section>
          <h2>Events it tells</h2>
          <ul className="plain">
            {milestones.map(({ slug, title, date }) => (
              <li key={slug}>
                {title} <span className="count">{edtfText(date, LOCALE)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <div className="pair">
        <section>
          <h2>The record</h2>
          <SourceFacts source={source} />
        </section>
        <section>
          <h2>Cite this source</h2>
          <CiteSection citable={citable} />
          <Coins source={source} />
        </section>
      </div>
    </>
  );
}

/** What was found at the address, where it is not what was recorded. */
function LinkNote({ link, hasArchive }: { readonly link: LinkRecord; readonly hasArchive: boolean }) {
  return (
    <p className="note">
      <Tag tone="warn">{LINK_TAGS[link.state]}</Tag> <LinkText link={link} />
      {hasArchive ? " The archived copy is as it was recorded." : ""}
    </p>
  );
}

function ReadFigure({ figure, source }: { readonly figure: Figure; readonly source: SourceRecord }) {
  const { metric, region, organisation } = figure;
  const citation = figure.citations.find((candidate) => candidate.source.slug === source.slug);
  return (
    <li>
      <span className="place">{locatorText(citation?.locator ?? null) ?? "excerpt"}</span>
      <div>
        {citation ? <Phrase citation={citation} /> : null}
        <p>
          <WordedFigure figure={figure} />{" "}
          <a href={paths.metric(metric.slug, { region: [region.code] })}>{metric.name}</a>
        </p>
        <p className="meta">
          {[organisation?.name, region.name, periodText(figure, LOCALE, edtfShort)].filter(Boolean).join(" · ")} · said
          by {figure.speaker ?? SPEAKER_KINDS[figure.speakerKind].toLowerCase()}
        </p>
        <FigureTags figure={figure} />
      </div>
    </li>
  );
}

function SourceFacts({ source }: { readonly source: SourceRecord }) {
  const authors = authorNames(source.authors);
  const languages = new Intl.DisplayNames(LOCALE, { type: "language" });
  return (
    <RecordList
      facts={[
        ["Kind", SOURCE_KINDS[source.kind] ?? source.kind],
        ["Authors", authors.length > 0 ? listText(authors, LOCALE) : null],
        ["Publisher", source.publisher],
        ["Published", source.published === null ? "No date on the page" : edtfText(source.published, LOCALE)],
        ["Language", languages.of(source.language) ?? source.language],
        [
          "Address",
          <a key="url" href={source.url}>
            {source.url}
          </a>,
        ],
        ["Accessed", source.accessed === null ? null : edtfText(source.accessed, LOCALE)],
        ["Archived", source.archivedAt === null ? null : dayText(source.archivedAt, LOCALE)],
        ["Licence", source.licence],
        ["Note", source.note],
      ]}
    />
  );
}
