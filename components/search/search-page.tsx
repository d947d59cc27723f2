import type { ReactNode } from "react";
import { FigureTable } from "@/components/figure/figure-table";
import { RegionName } from "@/components/region/region-tree";
import { publishedText } from "@/components/source/source-list";
import { LOCALE } from "@/components/ui/locale";
import type { Hits, SearchResults } from "@/lib/figures/view-models";
import { countText, formatCount } from "@/lib/format/words";
import { paths } from "@/lib/paths";

const NO_NUMBERS: ReadonlyMap<string, number> = new Map();

/** What a search found, by kind; how to ask when it found nothing. `results` is null before anything was asked. */
export function SearchPage({ query, results }: { readonly query: string; readonly results: SearchResults | null }) {
  if (results === null) {
    return (
      <>
        <h1>Search</h1>
        <Hint />
      </>
    );
  }
  const { figures, metrics, regions, sources, organisations } = results;
  const groups = [figures, metrics, regions, sources, organisations];
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const shown = groups.reduce((sum, group) => sum + group.best.length, 0);
  return (
    <>
      <h1>“{query}”</h1>
      <p className="lede" role="status">
        {total === 0
          ? "Nothing found."
          : `${shown < total ? `${formatCount(shown, LOCALE)} of ` : ""}${countText(total, "hit", "hits", LOCALE)}, the best of each kind first.`}
      </p>
      {results.isByPhrase ? null : (
        <p className="hint">
          There are too many figures to search the words of their phrases: they are found by number, and by the metric,
          region and organisation that they are about.
        </p>
      )}
      {total === 0 ? <Hint /> : null}
      <Group name="Metrics" hits={metrics}>
        {metrics.best.map((metric) => (
          <li key={metric.slug}>
            <a href={paths.metric(metric.slug)}>{metric.name}</a>
            <span className="count">{countText(metric.figureCount, "figure", "figures", LOCALE)}</span>
          </li>
        ))}
      </Group>
      <Group name="Regions" hits={regions}>
        {regions.best.map((region) => (
          <li key={region.code}>
            <RegionName region={region} />
          </li>
        ))}
      </Group>
      <Group name="Organisations" hits={organisations}>
        {organisations.best.map(({ slug, name, figureCount }) => (
          <li key={slug}>
            <a href={paths.dashboard({ region: "all", organisation: slug })}>{name}</a>
            <span className="count">{countText(figureCount, "figure", "figures", LOCALE)}</span>
          </li>
        ))}
      </Group>
      {figures.total > 0 ? (
        <section>
          <h2>
            Figures <small>{hitsText(figures)}</small>
          </h2>
          <FigureTable
            figures={figures.best}
            subject="both"
            caption={`Figures found for ${query}`}
            numbers={NO_NUMBERS}
          />
        </section>
      ) : null}
      <Group name="Sources" hits={sources}>
        {sources.best.map((source) => (
          <li key={source.slug}>
            <a href={paths.source(source.slug)} lang={source.language}>
              {source.title}
            </a>
            <span className="count">{publishedText(source)}</span>
          </li>
        ))}
      </Group>
    </>
  );
}

function Group({
  name,
  hits,
  children,
}: {
  readonly name: string;
  readonly hits: Hits<unknown>;
  readonly children: ReactNode;
}) {
  if (hits.total === 0) return null;
  return (
    <section>
      <h2>
        {name} <small>{hitsText(hits)}</small>
      </h2>
      <ul className="plain">{children}</ul>
    </section>
  );
}

/** "57", or "20 of 57". */
function hitsText({ total, best }: Hits<unknown>): string {
  const all = formatCount(total, LOCALE);
  return best.length < total ? `${formatCount(best.length, LOCALE)} of ${all}` : all;
}

function Hint() {
  return (
    <p className="hint">
      Try a place (<a href={paths.search("Guiyang")}>Guiyang</a>), a thing that is counted (
      <a href={paths.search("5G base stations")}>5G base stations</a>), an organisation (
      <a href={paths.search("internet hospital")}>internet hospital</a>) or a number (
      <a href={paths.search("9,500")}>9,500</a>). Case, accents and small slips do not matter.
    </p>
  );
}
