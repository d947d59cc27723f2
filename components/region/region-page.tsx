import { ChartGrid } from "@/components/dashboard/chart-grid";
import { extentText } from "@/components/dashboard/headline";
import { citationsOf, ViewSources } from "@/components/dashboard/view-sources";
import { FigureCards } from "@/components/figure/figure-card";
import { FigureTable } from "@/components/figure/figure-table";
import { Peers } from "@/components/figure/peers";
import { WordingKey } from "@/components/figure/wording-key";
import { AsOfForm } from "@/components/layout/as-of-bar";
import { RegionName } from "@/components/region/region-tree";
import { numberSources, sourcesOf } from "@/components/source/source-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { FileLinks } from "@/components/ui/file-links";
import { LEVELS } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { chartsOfMetrics } from "@/lib/charts/region-charts";
import type { RegionPlace, RegionView } from "@/lib/figures/view-models";
import { possessive } from "@/lib/format/headline";
import { countText, formatCount } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Everything known about one region and the places below it. */
export function RegionPage({ view }: { readonly view: RegionView }) {
  const { region, places, extent, cards, topics, asOf } = view;
  const charts = [...view.charts, ...chartsOfMetrics(view.known, LOCALE)];
  const citations = citationsOf(
    cards,
    charts,
    topics.flatMap(({ figures }) => figures),
  );
  const sources = sourcesOf(citations);
  const numbers = numberSources(sources);
  const placesWithFigures = places.filter(({ figureCountWithPlaces }) => figureCountWithPlaces > 0);
  return (
    <>
      <Breadcrumb steps={stepsTo(view, asOf)} />
      <h1>{possessive(region.name)} tech industry</h1>
      <p className="lede">
        {region.nameLocal !== null && region.nameLocal !== region.name ? `${region.nameLocal}. ` : ""}
        {LEVELS[region.level]}. {extentText(extent, LOCALE)}
        {placesWithFigures.length > 0 ? ", with the places below it" : ""}.
      </p>
      <FigureCards figures={cards} numbers={numbers} asOf={asOf} />
      {charts.length > 0 ? <WordingKey /> : null}
      <ChartGrid charts={charts} numbers={numbers} />
      <div className="pair">
        {placesWithFigures.length > 0 ? (
          <section>
            <h2>Places in {region.name}</h2>
            <ul className="plain">
              {placesWithFigures.map((place) => (
                <li key={place.code}>
                  <RegionName region={place} asOf={asOf} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <Peers view={view} />
      </div>
      {extent.figures > 0 ? (
        <section>
          <h2>
            Figures by topic <small>the newest of each, by the time they are about</small>
          </h2>
          <p className="after">
            <FileLinks total={extent.figures} page={paths.region(region.code, { asOf })} beyond={view.beyond} />
          </p>
          {topics.map((own) => (
            <TopicFigures key={own.topic.slug} own={own} code={region.code} numbers={numbers} asOf={asOf} />
          ))}
        </section>
      ) : null}
      <AsOfForm action={paths.region(region.code)} day={asOf} />
      <ViewSources sources={sources} citations={citations} ofView={extent.sources} />
    </>
  );
}

/** The way to a region's page: the regions it lies in. */
export function stepsTo({ ancestors }: Pick<RegionPlace, "ancestors">, asOf: string | null) {
  return [
    { name: "Regions", href: paths.regions() },
    ...ancestors.map(({ code, name }) => ({ name, href: paths.region(code, { asOf }) })),
  ];
}

function TopicFigures({
  own: { topic, total, figures },
  code,
  numbers,
  asOf,
}: {
  readonly own: RegionView["topics"][number];
  readonly code: string;
  readonly numbers: ReadonlyMap<string, number>;
  readonly asOf: string | null;
}) {
  const all = countText(total, "figure", "figures", LOCALE);
  const isAll = figures.length === total;
  return (
    <section id={topic.slug}>
      <h3>
        {topic.name} <small>{isAll ? all : `${formatCount(figures.length, LOCALE)} of ${all}`}</small>
      </h3>
      <FigureTable
        figures={figures}
        subject="both"
        caption={`${topic.name}, newest first`}
        numbers={numbers}
        asOf={asOf}
      />
      {isAll ? null : (
        <p className="after">
          <a href={paths.region(code, { topic: topic.slug, asOf })}>
            All {all} of {topic.name}
          </a>
        </p>
      )}
    </section>
  );
}
