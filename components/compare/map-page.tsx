import { LatestRanking } from "@/components/compare/latest-ranking";
import { TileKey, Tiles } from "@/components/compare/tiles";
import { FilterForm } from "@/components/filters/filter-form";
import { SelectPill, yearChoices } from "@/components/filters/select-pill";
import { AsOfForm } from "@/components/layout/as-of-bar";
import { numberSources, SourceList, sourcesOf } from "@/components/source/source-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LOCALE } from "@/components/ui/locale";
import { rankLatest } from "@/lib/charts/compare/rank-latest";
import { unitName } from "@/lib/charts/metric-chart";
import { tileMap } from "@/lib/charts/tiles/tile-map";
import type { TileView } from "@/lib/figures/compare/tile-view";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Value of the choice of places that stands for the countries (see lib/schemas/compare-view.ts). */
const COUNTRIES = "all";

/** Regions that the comparison is asked for. */
const MOST_COMPARED = 6;

/** The newest figures of a metric, region by region, as tiles and as a table. */
export function MapPage({ view }: { readonly view: TileView }) {
  const { metric, within, regions, year, asOf } = view;
  const map = tileMap(within?.code ?? null, regions.items, LOCALE);
  const withFigures = regions.items.filter(({ figures }) => figures.length > 0);
  const ranking = rankLatest(withFigures, ({ code }) => withFigures.find((one) => one.code === code)?.figures ?? []);
  const citations = map.tiles.flatMap(({ claims }) => claims).flatMap((figure) => figure.citations);
  const sources = sourcesOf(citations);
  const numbers = numberSources(sources);
  const place = within?.name ?? "countries";
  return (
    <>
      <Breadcrumb
        steps={[
          { name: "Metrics", href: paths.metrics() },
          { name: metric.name, href: paths.metric(metric.slug, { asOf }) },
        ]}
      />
      <h1>
        {metric.name}: {place}
      </h1>
      <p className="lede">
        {unitName(metric)}
        {unitName(metric) === "" ? "" : ". "}
        {year === null ? "The newest figure of each region." : `The figures of ${year}.`} No figure does not mean zero.
      </p>
      <MapFilters view={view} />
      <UnknownNotes view={view} />
      <div className="beside">
        <section className="mapped" data-whole="" aria-label="Regions as tiles">
          {regions.items.length < regions.total ? (
            <p className="meta">
              {regions.items.length} of {countText(regions.total, "region", "regions", LOCALE)}, those with most figures
            </p>
          ) : null}
          <Tiles map={map} metric={metric} asOf={asOf} />
          <TileKey map={map} metric={metric} />
          {withFigures.length > 1 ? (
            <p className="meta">
              <a
                href={paths.compare({
                  metric: [metric.slug],
                  region: withFigures.slice(0, MOST_COMPARED).map(({ code }) => code),
                  asOf,
                })}
              >
                Compare{" "}
                {withFigures.length > MOST_COMPARED
                  ? `${MOST_COMPARED} of the ${withFigures.length} regions with figures`
                  : "the regions with figures"}
              </a>
            </p>
          ) : null}
          {map.isMap ? (
            <p className="meta">
              Tiles of one size, one for each code of ISO 3166-2; their place says nothing of borders.
            </p>
          ) : null}
        </section>
        <LatestRanking metric={metric} ranking={ranking} numbers={numbers} asOf={asOf} />
      </div>
      <AsOfForm
        action={paths.map()}
        query={{ metric: metric.slug, within: within?.code ?? COUNTRIES, year }}
        day={asOf}
      />
      {sources.length > 0 ? (
        <section>
          <h2>Sources</h2>
          <SourceList sources={sources} citations={citations} />
        </section>
      ) : null}
    </>
  );
}

function MapFilters({ view: { metric, within, year, metrics, elsewhere, years, asOf } }: { readonly view: TileView }) {
  const places = elsewhere.map(({ region, regions }) => ({
    value: region?.code ?? COUNTRIES,
    name: `${region?.name ?? "Countries"} (${regions})`,
  }));
  const here = within?.code ?? COUNTRIES;
  const isKnown = places.some(({ value }) => value === here);
  return (
    <FilterForm action={paths.map()} label="What is on the map">
      {asOf === null ? null : <input type="hidden" name="as-of" value={asOf} />}
      <SelectPill
        name="metric"
        label="Metric"
        value={metric.slug}
        any={null}
        choices={metrics.items.map(({ slug, name }) => ({ value: slug, name }))}
      />
      <SelectPill
        name="within"
        label="Regions in"
        value={here}
        any={null}
        choices={isKnown ? places : [...places, { value: here, name: within?.name ?? "Countries" }]}
      />
      <SelectPill name="year" label="Year" value={year} any="newest of each" choices={yearChoices(years)} />
      <button type="submit" className="show">
        Show
      </button>
      <span className="ends">
        <a href={paths.map({ metric: metric.slug, within: here, year, asOf })} data-copy="">
          Share this view
        </a>
      </span>
    </FilterForm>
  );
}

function UnknownNotes({ view: { unknown, metric, within } }: { readonly view: TileView }) {
  if (unknown.metric === null && unknown.within === null) return null;
  return (
    <ul className="said-notes" role="status">
      {unknown.metric === null ? null : (
        <li>
          There is no metric “{unknown.metric.slice(0, 60)}”: this is {metric.name}.
        </li>
      )}
      {unknown.within === null ? null : (
        <li>
          There is no region “{unknown.within.slice(0, 60)}”: this is {within?.name ?? "countries"}.
        </li>
      )}
    </ul>
  );
}
