import type { FileQuery, MetricRef, RegionRef, SourceRef } from "@/lib/figures/figure";
import type { Extent } from "@/lib/figures/view-models";
import { citedSource } from "@/lib/linked-data/cited-source";
import { type LinkedData, node } from "@/lib/linked-data/linked-data";
import { paths } from "@/lib/paths";

/** Sources cited of a set; how many there are in all its description says. */
const MOST_CITED = 10;
/** Metrics, and regions, named of it. */
const MOST_NAMED = 20;

/** A set of figures as a page shows it. */
interface FigureSet {
  readonly name: string;
  readonly description: string;
  /** Path of its page. */
  readonly path: string;
  /** What its files are asked with. */
  readonly file: FileQuery;
  readonly metrics: readonly Pick<MetricRef, "slug" | "name" | "unit">[];
  readonly regions: readonly RegionRef[];
  /** The years that its outcomes are about; null where none states a time. */
  readonly years: Extent["years"];
  readonly sources: readonly SourceRef[];
}

/** Makes a path absolute. */
export type Absolute = (path: string) => string;

/** A set of figures as a Dataset. It has no licence of its own: how it may be read is at `usageInfo`. */
export function dataset({ path, file, ...set }: FigureSet, at: Absolute): LinkedData {
  const download = (format: "csv" | "json", type: string) =>
    node("DataDownload", { encodingFormat: type, contentUrl: at(paths.figuresFile(format, file)) });
  return node("Dataset", {
    "@id": at(path),
    url: at(path),
    name: set.name,
    description: [
      set.description,
      ...cutText("metrics", set.metrics.length),
      ...cutText("regions", set.regions.length),
    ].join(" "),
    variableMeasured: set.metrics
      .slice(0, MOST_NAMED)
      .map(({ slug, name, unit }) =>
        node("StatisticalVariable", { name, url: at(paths.metric(slug)), unitText: unit }),
      ),
    spatialCoverage: set.regions.slice(0, MOST_NAMED).map((region) => placeOf(region, at)),
    temporalCoverage: set.years === null ? null : `${set.years.first}/${set.years.last}`,
    distribution: [download("csv", "text/csv"), download("json", "application/json")],
    citation: set.sources.slice(0, MOST_CITED).map(citedSource),
    usageInfo: at(paths.method()),
    includedInDataCatalog: node("DataCatalog", { name: "Footnote", url: at(paths.dashboard()) }),
  });
}

/** The site as a DataCatalog, with all its figures, which are at a page of their own, as one Dataset. */
export function catalog(description: string, path: string, at: Absolute): LinkedData {
  const everything = { metrics: [], regions: [], sources: [], years: null, file: {} };
  return node("DataCatalog", {
    url: at(paths.dashboard()),
    name: "Footnote",
    description,
    dataset: dataset({ ...everything, name: "All figures of Footnote", description, path }, at),
  });
}

/** That not all of so many are named. */
const cutText = (what: string, count: number) =>
  count > MOST_NAMED ? [`Named here are ${MOST_NAMED} of ${count} ${what}.`] : [];

/** A region as a place. */
export function placeOf({ code, name }: RegionRef, at: Absolute): LinkedData {
  return node("Place", { name, identifier: code, url: at(paths.region(code)) });
}
