import { type Indexed, indexToBase } from "@/lib/charts/compare/index-to-base";
import type { ComparedMetric } from "@/lib/charts/compare/small-multiples";
import type { Figure, RegionRef } from "@/lib/figures/figure";
import { groupBy } from "@/lib/figures/group";
import { shortQuantity, wordedQuantity } from "@/lib/format/quantity";
import { countText, listText } from "@/lib/format/words";

/** What is drawn in place of what sources say: how it is called, and both by the keys of the figures. */
export interface Calculated {
  readonly name: string;
  readonly said: ReadonlyMap<string, Figure>;
  readonly texts: ReadonlyMap<string, string>;
}

/** A metric as an index, with what could not be put on it. */
export interface IndexedMetric extends ComparedMetric {
  /** Figures of the metric that have no index, newest first. */
  readonly leftOut: readonly Figure[];
  /** A sentence for each region that is left out or has less. */
  readonly notes: readonly string[];
}

/** Metrics with an index in place of each number, the base year being 100, and what must be said of it. */
export function indexMetrics(
  compared: readonly ComparedMetric[],
  baseYear: number,
  locale: string,
): { readonly metrics: readonly IndexedMetric[]; readonly calculated: Calculated } {
  const metrics = compared.map(({ metric, figures }): IndexedMetric => {
    const series = [...groupBy(figures, ({ region }) => region.code).values()].map((own) => ({
      region: own[0]?.region ?? { code: "", name: "" },
      indexed: indexToBase(own, baseYear),
    }));
    const indexed = series.flatMap(({ indexed }) => (indexed.base === null ? [] : indexed.figures));
    const has = new Set(indexed.map(({ id }) => id));
    const isMissing = ({ indexed }: (typeof series)[number]) => indexed.base === null && indexed.why === "missing";
    const notes = [
      ...missingText(
        series.filter(isMissing).map(({ region }) => region.name),
        baseYear,
        locale,
      ),
      ...series.flatMap(({ region, indexed }) => noteOf(region, indexed, baseYear, locale)),
    ];
    return {
      metric: indexed[0]?.metric ?? metric,
      figures: indexed,
      leftOut: figures.filter(({ id }) => !has.has(id)),
      notes: [...new Set(notes)],
    };
  });
  const all = metrics.flatMap(({ figures }) => figures);
  return {
    metrics,
    calculated: {
      name: `Index, ${baseYear} = 100`,
      said: new Map(compared.flatMap(({ figures }) => figures.map((figure) => [figure.id, figure]))),
      texts: new Map(all.map((figure) => [figure.id, shortQuantity(figure, figure.metric.unit, locale)])),
    },
  };
}

/** Regions without a figure of the base year, in one sentence. */
function missingText(names: readonly string[], year: number, locale: string): readonly string[] {
  if (names.length === 0) return [];
  const [are, they] = names.length === 1 ? ["is", "it has"] : ["are", "they have"];
  return [`${listText(names, locale)} ${are} left out: ${they} no figure of ${year} to divide by.`];
}

/** Why a region is left out of an index, or what of it is. */
function noteOf({ name }: RegionRef, indexed: Indexed, year: number, locale: string): string[] {
  if (indexed.base !== null) {
    if (indexed.leftOut === 0) return [];
    const some = countText(indexed.leftOut, "figure", "figures", locale);
    return [
      indexed.base.wording === "about"
        ? `${name}: ${some} without an index, since its figure of ${year} is only “about”, or counted otherwise.`
        : `${name}: ${some} without an index, counted otherwise than that of ${year}.`,
    ];
  }
  const [first] = indexed.there;
  const said = first ? ` (“${wordedQuantity(first, locale)}”)` : "";
  switch (indexed.why) {
    case "missing":
      return [];
    case "bounded":
      return [
        `${name} is left out: what is said of ${year} is only a bound${said}, and nothing can be divided by one.`,
      ];
    case "several":
      return [`${name} is left out: several numbers are given for ${year}, and none of them is preferred here.`];
    case "not_positive":
      return [`${name} is left out: its figure of ${year} is zero or less${said}.`];
    case "rate":
      return ["A rate has no index: how it changes is not a ratio. Its figures are in the table."];
  }
}
