import type { MetricRef } from "@/lib/figures/figure";
import { proposeMetric } from "@/lib/importing/look/propose-metric";
import type { MetricGuess, PlaceGuess } from "@/lib/importing/look/table-look";
import type { KnownRegion, PlaceMatch, PlaceMatcher } from "@/lib/importing/places/match-place";
import { stems } from "@/lib/reading/english/stems";

/** Names told of one file; how many there are in all is told beside them (TableLook.named). */
const MOST_NAMES = 2000;
/** Metrics that a name is likened to. */
const MOST_SUGGESTED = 3;
/** Least part of the words of both that two names share to be likened. */
const LEAST_SHARED = 0.34;

type KnownMetric = Pick<MetricRef, "slug" | "name" | "unit">;
type Counts = ReadonlyMap<string, number>;

/** What the names of places in a file are taken for, those of most figures first within their kind. */
export function guessPlaces(
  names: Counts,
  regions: readonly KnownRegion[],
  places: PlaceMatcher,
): readonly PlaceGuess[] {
  const known = new Map(regions.map((region) => [region.code, region.name]));
  return listed(names).map(([name, count]) => ({ name, count, ...guessPlace(places.match(name), known) }));
}

function guessPlace(match: PlaceMatch, known: ReadonlyMap<string, string>): Omit<PlaceGuess, "name" | "count"> {
  const nothing = { code: null, label: null, level: null, parent: null };
  switch (match.kind) {
    case "region": {
      const { code, reason } = match;
      return { ...nothing, kind: "region", code, label: known.get(code) ?? null, reason };
    }
    case "place": {
      const { code, name: label, level, parent, reason } = match.place;
      return { kind: "place", code, label, level, parent, reason };
    }
    case "group":
      return { ...nothing, kind: "group", reason: match.reason };
    case "several":
      return { ...nothing, kind: "several", reason: `several are called so: ${match.codes.slice(0, 5).join(", ")}` };
    case "unknown":
      return { ...nothing, kind: "unknown", reason: "nothing of that name is known" };
  }
}

/** What the names of metrics in a file are taken for. `stated` is the unit of all its numbers, and what a line above says it is the unit of; null for none. */
export function guessMetrics(
  names: Counts,
  metrics: readonly KnownMetric[],
  stated: { readonly unit: string | null; readonly of: string | null },
): readonly MetricGuess[] {
  const keys = new Map(metrics.map((metric) => [metric.slug, metric]));
  const byName = new Map<string, KnownMetric[]>();
  for (const metric of metrics) byName.set(folded(metric.name), [...(byName.get(folded(metric.name)) ?? []), metric]);
  const words = metrics.map((metric) => ({ slug: metric.slug, words: new Set(stems(metric.name)) }));
  return listed(names).map(([name, count]) => {
    const [found, another] = keys.has(name) ? [keys.get(name)] : (byName.get(folded(name)) ?? []);
    const key = another === undefined ? (found?.slug ?? null) : null;
    const reason =
      key === null ? (another === undefined ? "" : "several are called so") : key === name ? "its key" : "its name";
    return {
      name,
      count,
      key,
      reason,
      suggested: key === null ? alike(name, words) : [],
      proposal: proposeMetric(name, stated),
    };
  });
}

/** Keys of the metrics whose names share most words with a name. */
function alike(
  name: string,
  metrics: readonly { readonly slug: string; readonly words: ReadonlySet<string> }[],
): readonly string[] {
  const said = new Set(stems(name));
  return metrics
    .map(({ slug, words }) => {
      const shared = [...words].filter((word) => said.has(word)).length;
      return { slug, part: shared / (said.size + words.size - shared || 1) };
    })
    .filter(({ part }) => part >= LEAST_SHARED)
    .sort((a, b) => b.part - a.part)
    .slice(0, MOST_SUGGESTED)
    .map(({ slug }) => slug);
}

const listed = (names: Counts) => [...names].slice(0, MOST_NAMES);
/** As rows find a record by its name (lib/data/import/references.ts). */
const folded = (text: string) => text.normalize("NFKC").trim().toLowerCase();
