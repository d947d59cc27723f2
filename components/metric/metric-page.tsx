import { Fragment } from "react";
import { ChartFrame } from "@/components/charts/chart-frame";
import { LatestCard } from "@/components/dashboard/latest-card";
import { FigureTable } from "@/components/figure/figure-table";
import { MetricFilters } from "@/components/filters/metric-filters";
import { AsOfForm } from "@/components/layout/as-of-bar";
import { metricSpec } from "@/components/metric/metric-spec";
import { WhereSourcesDiffer } from "@/components/metric/where-sources-differ";
import { numberSources, SourceList, sourcesOf } from "@/components/source/source-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { accumulationText, METRIC_KINDS } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { Pager, rangeText } from "@/components/ui/pager";
import { unitName } from "@/lib/charts/metric-chart";
import { countriesToMap } from "@/lib/figures/compare/countries-to-map";
import type { MetricRecord, MetricView } from "@/lib/figures/view-models";
import { countryName } from "@/lib/format/country";
import { countText, formatCount } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Up to so many regions fit the card beside the chart. */
const FEW_REGIONS = 7;
/** Regions that a comparison is asked for. */
const MOST_COMPARED = 6;

/** Everything known about one metric: definition, chart, latest, every figure with its source. */
export function MetricPage({ view }: { readonly view: MetricView }) {
  const { metric, chosen, series, latest, regionsWithLatest, page, fromYear, toYear, asOf } = view;
  const listsLatest = regionsWithLatest > Math.min(chosen.length, FEW_REGIONS);
  const isAll = chosen.length === view.choices.length;
  const chart = metricSpec(view);
  const charted = [...chart.figures.map(({ figure }) => figure), ...chart.tableOnly];
  const citations = [...charted, ...(listsLatest ? latest : []), ...page.figures].flatMap((figure) => figure.citations);
  const sources = sourcesOf(citations);
  const numbers = numberSources(sources);
  return (
    <>
      <Breadcrumb
        steps={[
          { name: "Metrics", href: paths.metrics() },
          { name: metric.topic.name, href: `${paths.metrics()}#${metric.topic.slug}` },
        ]}
      />
      <h1>{metric.name}</h1>
      <p className="lede">{metric.definition}</p>
      <MetricTraits metric={metric} />
      <SideBySide view={view} />
      <MetricFilters view={view} />
      {series.length > 0 ? (
        <div className="beside">
          <ChartFrame spec={chart} numbers={numbers} heading="h2" />
          <LatestCard view={view} numbers={numbers} />
        </div>
      ) : (
        <p className="empty" role="status">
          No figure of this metric within these years.{" "}
          <a href={paths.metric(metric.slug, { asOf })}>Show all of them</a>.
        </p>
      )}
      <WhereSourcesDiffer series={series} asOf={asOf} />
      {listsLatest ? (
        <section>
          <h2>
            Latest of {countText(regionsWithLatest, "region", "regions", LOCALE)}{" "}
            {latest.length < regionsWithLatest ? (
              <small>
                {formatCount(latest.length, LOCALE)} of {formatCount(regionsWithLatest, LOCALE)}, the newest; the others
                can be chosen above
              </small>
            ) : null}
          </h2>
          <FigureTable
            figures={latest}
            subject="region"
            caption="The newest outcome of each region"
            numbers={numbers}
            asOf={asOf}
          />
        </section>
      ) : null}
      {page.total > 0 ? (
        <section>
          <h2>
            Every figure, with its source{" "}
            <small>
              {countText(page.total, "figure", "figures", LOCALE)}
              {isAll
                ? ""
                : ` of ${formatCount(chosen.length, LOCALE)} of ${formatCount(view.choices.length, LOCALE)} regions`}
              {page.pages > 1 ? `: ${rangeText(page, LOCALE)}` : ""}
            </small>
          </h2>
          <FigureTable
            figures={page.figures}
            subject="region"
            caption={`${countText(page.total, "figure", "figures", LOCALE)}, newest first`}
            numbers={numbers}
            asOf={asOf}
          />
          <Pager
            {...page}
            href={(number) =>
              paths.metric(metric.slug, {
                region: chosen.map(({ code }) => code),
                from: fromYear,
                to: toYear,
                page: number,
                asOf,
              })
            }
          />
        </section>
      ) : null}
      <AsOfForm
        action={paths.metric(metric.slug)}
        query={{ region: isAll ? null : chosen.map(({ code }) => code), from: fromYear, to: toYear }}
        day={asOf}
      />
      <section>
        <h2>Sources</h2>
        <SourceList sources={sources} citations={citations} />
      </section>
    </>
  );
}

/** The ways to a comparison of the regions, and to maps of countries of which enough provinces have figures. */
function SideBySide({ view: { metric, choices, chosen, asOf } }: { readonly view: MetricView }) {
  const countries = countriesToMap(choices.map(({ code }) => code));
  if (choices.length < 2) return null;
  const compared = chosen.length > 1 ? chosen : choices;
  return (
    <p className="after">
      <a
        href={paths.compare({
          metric: [metric.slug],
          region: compared.slice(0, MOST_COMPARED).map(({ code }) => code),
          asOf,
        })}
      >
        Compare regions
      </a>
      {countries.map((code) => (
        <Fragment key={code}>
          {" · "}
          <a href={paths.map({ metric: metric.slug, within: code, asOf })}>Map of {countryName(code, LOCALE)}</a>
        </Fragment>
      ))}
    </p>
  );
}

/** What kind of number it is, in a few words each. */
function MetricTraits({ metric }: { readonly metric: MetricRecord }) {
  const traits = [
    unitName(metric),
    METRIC_KINDS[metric.kind],
    accumulationText(metric),
    metric.shelfLifeMonths === null
      ? null
      : `Counts as old after ${countText(metric.shelfLifeMonths, "month", "months", LOCALE)}`,
    countText(metric.figureCount, "figure", "figures", LOCALE),
    countText(metric.regionCount, "region", "regions", LOCALE),
  ].filter((trait) => trait !== null && trait !== "");
  return (
    <ul className="traits">
      {traits.map((trait) => (
        <li key={trait}>{trait}</li>
      ))}
    </ul>
  );
}
