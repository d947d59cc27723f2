import { ChartGrid } from "@/components/dashboard/chart-grid";
import { extentText } from "@/components/dashboard/headline";
import { ViewFigures } from "@/components/dashboard/view-figures";
import { citationsOf, ViewSources } from "@/components/dashboard/view-sources";
import { FigureCards } from "@/components/figure/figure-card";
import { WordingKey } from "@/components/figure/wording-key";
import { isRegionOnly, ViewFilters, viewQuery } from "@/components/filters/view-filters";
import { AsOfForm } from "@/components/layout/as-of-bar";
import { numberSources, sourcesOf } from "@/components/source/source-list";
import { FileLinks } from "@/components/ui/file-links";
import { LOCALE } from "@/components/ui/locale";
import { chartsOfMetrics } from "@/lib/charts/region-charts";
import type { DashboardRecord } from "@/lib/figures/view-models";
import { viewHeadline } from "@/lib/format/headline";
import { paths } from "@/lib/paths";

/** A view of the figures: headline, controls, cards, charts by topic, the figures themselves, their sources. */
export function Dashboard({ record, isDefault }: { readonly record: DashboardRecord; readonly isDefault: boolean }) {
  const { extent, figures, keyFigures, region, filter, choices, asOf } = record;
  const charts = [...record.charts, ...chartsOfMetrics(record.known, LOCALE)];
  const citations = citationsOf(keyFigures, charts, figures);
  const cited = new Set(citations.map(({ source }) => source.slug));
  const bySlug = new Map(choices.sources.map((source) => [source.slug, source]));
  const sources = asOf === null ? [...cited].flatMap((slug) => bySlug.get(slug) ?? []) : sourcesOf(citations);
  const numbers = numberSources(sources);
  return (
    <>
      <h1>{viewHeadline(record)}</h1>
      <p className="lede" aria-live="polite">
        {extent.figures === 0
          ? "No figures in this view."
          : `${extentText(extent, LOCALE)}. ${extent.figures === 1 ? "It" : "Each"} is shown as its source worded it, with a link to the very phrase.`}
      </p>
      <ViewFilters record={record} isDefault={isDefault} />
      {extent.figures === 0 ? <NothingFound asOf={asOf} /> : null}
      {keyFigures.length > 0 ? <FigureCards figures={keyFigures} numbers={numbers} asOf={asOf} /> : null}
      {charts.length > 0 ? <WordingKey /> : null}
      <ChartGrid charts={charts} numbers={numbers} />
      {figures.length > 0 ? (
        <ViewFigures
          figures={figures}
          total={extent.figures}
          isShort={region !== null && isRegionOnly(filter)}
          numbers={numbers}
          asOf={asOf}
        >
          {region !== null && isRegionOnly(filter) && figures.length < extent.figures ? (
            <>
              <a href={paths.region(region.code, { asOf })}>All of {region.name} by topic</a>
              {" · "}
            </>
          ) : null}
          <FileLinks
            total={extent.figures}
            page={paths.dashboard({ ...viewQuery(filter), asOf })}
            beyond={record.beyond}
          />
        </ViewFigures>
      ) : null}
      <AsOfForm action={paths.dashboard()} query={isDefault ? {} : { ...viewQuery(filter) }} day={asOf} />
      <ViewSources sources={sources} citations={citations} ofView={extent.sources} />
    </>
  );
}

function NothingFound({ asOf }: Pick<DashboardRecord, "asOf">) {
  return (
    <div className="empty" role="status">
      <h2>No figure passes all of these filters</h2>
      <p>
        Take one away, or <a href={paths.dashboard({ asOf })}>reset them all</a>.
      </p>
    </div>
  );
}
