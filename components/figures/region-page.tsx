import { ChartGrid } from "@/components/figures/chart-grid";
import { FigureCards } from "@/components/figures/figure-card";
import { FigureTable } from "@/components/figures/figure-table";
import { extentText, possessive } from "@/components/figures/headline";
import { LEVELS } from "@/components/figures/labels";
import { Peers } from "@/components/figures/peers";
import { RegionName } from "@/components/figures/region-tree";
import { numberSources, SourceList, sourcesOf } from "@/components/figures/source-list";
import { WordingKey } from "@/components/figures/wording-key";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { LOCALE } from "@/components/layout/locale";
import { chosenFigures, regionCharts } from "@/lib/charts/region-charts";
import type { ChartSpec, Figure } from "@/lib/figures/figure";
import type { MetricRecord, RegionView } from "@/lib/figures/records";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Everything known about one region and the places below it. */
export function RegionPage({
  view,
  charts,
  metrics,
}: {
  readonly view: RegionView;
  readonly charts: readonly ChartSpec[];
  readonly metrics: readonly MetricRecord[];
}) {
  const { region, ancestors, places, figures } = view;
  const drawn = regionCharts(view, charts, LOCALE);
  const citations = [
    ...drawn.flatMap((chart) => [...chart.figures.map(({ figure }) => figure), ...chart.milestones]),
    ...figures,
  ].flatMap((shown) => shown.citations);
  const sources = sourcesOf(citations);
  const numbers = numberSources(sources);
  const placesWithFigures = places.filter(({ figureCountWithPlaces }) => figureCountWithPlaces > 0);
  return (
    <>
      <Breadcrumb
        steps={[
          { name: "Regions", href: paths.regions() },
          ...ancestors.map(({ code, name }) => ({ name, href: paths.region(code) })),
        ]}
      />
      <h1>{possessive(region.name)} tech industry</h1>
      <p className="lede">
        {region.nameLocal !== null && region.nameLocal !== region.name ? `${region.nameLocal}. ` : ""}
        {LEVELS[region.level]}. {extentText(figures, LOCALE)}
        {placesWithFigures.length > 0 ? ", with the places below it" : ""}.
      </p>
      <FigureCards figures={chosenFigures(view)} numbers={numbers} />
      {drawn.length > 0 ? <WordingKey /> : null}
      <ChartGrid charts={drawn} numbers={numbers} />
      <div className="pair">
        {placesWithFigures.length > 0 ? (
          <section>
            <h2>Places in {region.name}</h2>
            <ul className="plain">
              {placesWithFigures.map((place) => (
                <li key={place.code}>
                  <RegionName region={place} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <Peers view={view} metrics={metrics} />
      </div>
      <section>
        <h2>Every figure, by topic</h2>
        <FiguresByTopic figures={figures} numbers={numbers} />
      </section>
      <section>
        <h2>Sources</h2>
        <SourceList sources={sources} citations={citations} />
      </section>
    </>
  );
}

function FiguresByTopic({
  figures,
  numbers,
}: {
  readonly figures: readonly Figure[];
  readonly numbers: ReadonlyMap<string, number>;
}) {
  const topics = new Map<string, Figure[]>();
  for (const figure of figures) {
    const own = topics.get(figure.metric.topic.name);
    if (own) own.push(figure);
    else topics.set(figure.metric.topic.name, [figure]);
  }
  return [...topics].map(([name, own]) => (
    <section key={name}>
      <h3>
        {name} <small>{countText(own.length, "figure", "figures", LOCALE)}</small>
      </h3>
      <FigureTable figures={own} subject="both" caption={`${name}, newest first`} numbers={numbers} />
    </section>
  ));
}
