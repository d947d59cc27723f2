import { lastDayOfAll, mainSpan, spanKey, timePlace } from "@/lib/charts/axes/time";
import { type RankGroup, rankGroups } from "@/lib/figures/compare/ranking";
import type { Figure, RegionRef } from "@/lib/figures/figure";

/** A region with what is claimed of it for the newest time that its outcomes have. */
export interface LatestClaims {
  readonly region: RegionRef;
  /** Never empty. */
  readonly claims: readonly Figure[];
}

/** The latest figures of regions on one metric, ranked as far as their times and wordings allow. */
export interface LatestRanking {
  /** Those of one time and way of counting, which most regions share; empty where no two do. */
  readonly groups: readonly RankGroup<LatestClaims>[];
  /** Those of other times or counted otherwise, or without a time: they do not compare. In the order of the regions. */
  readonly unranked: readonly LatestClaims[];
  /** Regions without an outcome. */
  readonly without: readonly RegionRef[];
}

/** Ranks regions by the newest outcomes of one metric. `figuresOf` gives those of a region in any order. */
export function rankLatest(
  regions: readonly RegionRef[],
  figuresOf: (region: RegionRef) => readonly Figure[],
): LatestRanking {
  const all = regions.map((region) => ({ region, claims: latestClaims(figuresOf(region)) }));
  const latest = all.filter(({ claims }) => claims.length > 0);
  const span = mainSpan(latest.flatMap(({ claims }) => claims[0] ?? []));
  const isRanked = ({ claims }: LatestClaims) =>
    span !== null && claims.length > 0 && claims.every((claim) => spanKey(claim) === span);
  const ranked = latest.filter(isRanked);
  const isWorthIt = ranked.length > 1;
  return {
    groups: isWorthIt ? rankGroups(ranked, ({ claims }) => claims) : [],
    unranked: isWorthIt ? latest.filter((one) => !isRanked(one)) : latest,
    without: all.filter(({ claims }) => claims.length === 0).map(({ region }) => region),
  };
}

/** All that is claimed for the newest last day of some figures' outcomes, of these what was counted over the longest span; none where there is no outcome. */
export function latestClaims(figures: readonly Figure[]): readonly Figure[] {
  const outcomes = figures.filter(({ outlook }) => outlook === "outcome");
  const last = lastDayOfAll(outcomes);
  const newest = outcomes.filter(({ lastDay }) => (lastDay ?? 0) === last);
  const longest = Math.max(0, ...newest.map(monthsOf));
  return newest.filter((figure) => monthsOf(figure) === longest);
}

const monthsOf = (figure: Figure) => timePlace(figure)?.months ?? 0;
