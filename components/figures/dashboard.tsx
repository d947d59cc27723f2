import { ChartGrid } from "@/components/figures/chart-grid";
import { FigureCards } from "@/components/figures/figure-card";
import { FigureTable } from "@/components/figures/figure-table";
import { extentText, viewHeadline } from "@/components/figures/headline";
import { numberSources, SourceList } from "@/components/figures/source-list";
import { WordingKey } from "@/components/figures/wording-key";
import { isRegionOnly, ViewFilters } from "@/components/filters/view-filters";
import { LOCALE } from "@/components/layout/locale";
import type { DashboardRecord } from "@/lib/figures/records";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Rows of the list of figures: few where another page has them all. */
const NEWEST = 10;
const MOST_ROWS = 200;

/** A view of the figures: headline, controls, cards, charts by topic, the figures themselves, their sources. */
export function Dashboard({ record, isDefault }: { readonly record: DashboardRecord; readonly isDefault: boolean }) {
  const { figures, keyFigures, charts, region, filter } = record;
  const hasOwnPage = region !== null && isRegionOnly(filter);
  const rows = hasOwnPage
    ? figures.filter(({ outlook }) => outlook === "outcome").slice(0, NEWEST)
    : figures.slice(0, MOST_ROWS);
  const citations = [
    ...keyFigures,
    ...charts.flatMap((chart) => [...chart.figures.map(({ figure }) => figure), ...chart.milestones]),
    ...rows,
  ].flatMap((shown) => shown.citations);
  const shown = new Set(citations.map(({ source }) => source.slug));
  const sources = record.sources.filter(({ slug }) => shown.has(slug));
  const numbers = numberSources(sources);
  return (
    <>
      <h1>{viewHeadline(record)}</h1>
      <p className="lede" aria-live="polite">
        {figures.length === 0
          ? "No figures in this view."
          : `${extentText(figures, LOCALE)}. ${figures.length === 1 ? "It" : "Each"} is shown as its source worded it, with a link to the very phrase.`}
      </p>
      <ViewFilters record={record} isDefault={isDefault} />
      {figures.length === 0 ? <NothingFound /> : null}
      {keyFigures.length > 0 ? <FigureCards figures={keyFigures} numbers={numbers} /> : null}
      {charts.length > 0 ? <WordingKey /> : null}
      <ChartGrid charts={charts} numbers={numbers} />
      {rows.length > 0 ? (
        <section>
          <h2>{rows.length < figures.length ? "Newest figures" : "All figures"}</h2>
          <FigureTable figures={rows} subject="both" caption="Figures in this view, newest first" numbers={numbers} />
          {rows.length < figures.length && region !== null ? (
            <p className="after">
              <a href={paths.region(region.code)}>
                All {countText(region.figureCountWithPlaces, "figure", "figures", LOCALE)} of {region.name}
              </a>
            </p>
          ) : null}
        </section>
      ) : null}
      {sources.length > 0 ? (
        <section>
          <h2>Sources</h2>
          <SourceList sources={sources} citations={citations} />
          {sources.length < record.sources.length ? (
            <p className="after">
              <a href={paths.sources()}>All sources</a>
            </p>
          ) : null}
        </section>
      ) : null}
    </>
  );
}

function NothingFound() {
  return (
    <div className="empty" role="status">
      <h2>No figure passes all of these filters</h2>
      <p>
        Take one away, or <a href={paths.dashboard()}>reset them all</a>.
      </p>
    </div>
  );
}
