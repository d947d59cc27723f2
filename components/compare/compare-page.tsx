import { ChartFrame } from "@/components/charts/chart-frame";
import { CompareFilters } from "@/components/compare/compare-filters";
import { CoverageSection } from "@/components/compare/coverage";
import { LatestRanking } from "@/components/compare/latest-ranking";
import { SaidNotes } from "@/components/compare/said-notes";
import { WordingKey } from "@/components/figure/wording-key";
import { AsOfForm } from "@/components/layout/as-of-bar";
import type { SourceNumbers } from "@/components/source/source-line";
import { numberSources, SourceList, sourcesOf } from "@/components/source/source-list";
import { LOCALE } from "@/components/ui/locale";
import type { ComparedChart } from "@/lib/charts/compare/comparison";
import { comparison } from "@/lib/charts/compare/comparison";
import { unitsOf } from "@/lib/charts/compare/small-multiples";
import type { CompareView } from "@/lib/figures/compare/compare-view";
import { countText, listText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

interface Props {
  readonly view: CompareView;
  readonly base: number | null;
  readonly isOneScale: boolean;
}

/** Metrics beside regions: small multiples on one scale for each unit, and what they show as tables. */
export function ComparePage({ view, base, isOneScale }: Props) {
  const { metrics, regions, year, asOf } = view;
  const query = {
    metric: metrics.map(({ slug }) => slug),
    region: regions.map(({ code }) => code),
    year,
    base,
    scale: isOneScale ? ("one" as const) : null,
    asOf,
  };
  const baseYear = year === null ? base : null;
  const units = unitsOf(metrics);
  const isRefused = isOneScale && baseYear === null && units.length > 1;
  const compared = comparison(view, baseYear, LOCALE);
  const citations = view.cells.flatMap(({ figures }) => figures).flatMap((figure) => figure.citations);
  const sources = sourcesOf(citations);
  const numbers = numberSources(sources);
  return (
    <>
      <h1>Compare regions</h1>
      <p className="lede">
        Up to six metrics of up to six regions, on one scale for each unit. These are figures about the regions
        themselves; those about single organisations are on the page of each metric.
      </p>
      <CompareFilters view={view} query={query} />
      <SaidNotes view={view} base={base} />
      {metrics.length === 0 ? <p className="empty">There are no figures to compare yet.</p> : <WordingKey />}
      {isRefused ? (
        <p className="empty" role="status">
          {listText(units, LOCALE)} share no scale, so nothing is drawn on one.{" "}
          <a href={paths.compare({ ...query, scale: null })}>Split it: one scale for each unit</a>. The figures
          themselves are in the tables.
        </p>
      ) : null}
      {compared.groups.map(({ unit, charts }) => (
        <section key={unit}>
          {charts.length > 1 ? (
            <h2>
              {unit}{" "}
              {isRefused ? null : <small>{countText(charts.length, "metric", "metrics", LOCALE)} on one scale</small>}
            </h2>
          ) : null}
          {charts.map((chart) => (
            <Panel
              key={chart.metric.slug}
              chart={chart}
              isDrawn={!isRefused}
              heading={charts.length > 1 ? "h3" : "h2"}
              numbers={numbers}
              asOf={asOf}
            />
          ))}
        </section>
      ))}
      {metrics.length > 0 ? <CoverageSection view={view} /> : null}
      <AsOfForm action={paths.compare()} query={{ ...query, asOf: null }} day={asOf} />
      {sources.length > 0 ? (
        <section>
          <h2>Sources</h2>
          <SourceList sources={sources} citations={citations} />
        </section>
      ) : null}
    </>
  );
}

/** One metric: its drawing, its latest figures beside it, and why a region is not drawn. */
function Panel({
  chart: { metric, spec, calculated, notes, ranking },
  isDrawn,
  heading: Heading,
  numbers,
  asOf,
}: {
  readonly chart: ComparedChart;
  readonly isDrawn: boolean;
  readonly heading: "h2" | "h3";
  readonly numbers: SourceNumbers;
  readonly asOf: string | null;
}) {
  const isEmpty = spec.figures.length === 0;
  const beside = <LatestRanking metric={metric} ranking={ranking} numbers={numbers} asOf={asOf} />;
  if (!isDrawn) {
    return (
      <>
        <Heading>{metric.name}</Heading>
        {beside}
      </>
    );
  }
  return (
    <div className="beside compared">
      <div>
        {isEmpty ? (
          <>
            <Heading>{metric.name}</Heading>
            <p className="empty">Nothing of it can be drawn.</p>
          </>
        ) : (
          <ChartFrame spec={spec} numbers={numbers} heading={Heading} calculated={calculated} />
        )}
        {notes.map((note) => (
          <p key={note} className="meta">
            {note}
          </p>
        ))}
      </div>
      {beside}
    </div>
  );
}
