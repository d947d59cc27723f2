import { bounds } from "@/lib/figures/bounds";
import type { Figure } from "@/lib/figures/figure";
import { wordingAsStated } from "@/lib/figures/wording";
import { citedSource } from "@/lib/linked-data/cited-source";
import { type Absolute, placeOf } from "@/lib/linked-data/dataset";
import { type LinkedData, node } from "@/lib/linked-data/linked-data";
import { paths } from "@/lib/paths";

/** The page of a figure with the figure as an Observation, and its sources as what the page cites. */
export function figurePage(figure: Figure, name: string, at: Absolute): LinkedData {
  return node("WebPage", {
    url: at(paths.figure(figure.id)),
    name,
    temporalCoverage: coverage(figure),
    mainEntity: observation(figure, name, at),
    citation: figure.citations.map(({ source }) => citedSource(source)),
  });
}

/**
 * A figure as an Observation: what its wording bounds as the least or the greatest value, never as the value itself, and the wording,
 * with whatever else decides how the number is to be read, as qualifiers.
 */
function observation(figure: Figure, name: string, at: Absolute): LinkedData {
  const { metric, region, organisation } = figure;
  return node("Observation", {
    "@id": `${at(paths.figure(figure.id))}#figure`,
    name,
    observationAbout: organisation === null ? placeOf(region, at) : node("Organization", { name: organisation.name }),
    variableMeasured: node("StatisticalVariable", { name: metric.name, url: at(paths.metric(metric.slug)) }),
    ...numbers(figure),
    unitText: metric.counted ?? metric.unit,
    measurementQualifier: qualifiers(figure),
    observationDate: moment(figure),
  });
}

/** The numbers of a figure by what its wording makes of them. Only a number without a word, or near the value ("about"), is the value. */
function numbers(figure: Figure): Readonly<Record<string, number>> {
  const { low, high } = bounds(figure);
  if (figure.wording === "exactly" || figure.wording === "about") return { value: figure.value };
  return { ...(low === null ? {} : { minValue: low }), ...(high === null ? {} : { maxValue: high }) };
}

function qualifiers(figure: Figure): readonly string[] {
  const { qualifier, outlook, release, basis, flags } = figure;
  const words = wordingAsStated({ ...figure, qualifier: null });
  const all = [words, qualifier, outlook === "target" ? "target" : null, release, basis, flags];
  return all.flatMap((part) => (part === null || part === "" ? [] : [part]));
}

/** The one date that a figure is about; null for a run of time, and where none is stated. */
function moment({ periodStart, periodEnd, asOf }: Figure): string | null {
  if (periodStart === null && periodEnd === null) return asOf;
  return periodStart === periodEnd ? periodStart : null;
}

/** What a figure is about as an interval; null where it is no run of time. */
function coverage({ periodStart, periodEnd }: Figure): string | null {
  if (periodStart === periodEnd) return null;
  return `${periodStart ?? ".."}/${periodEnd ?? ".."}`;
}
