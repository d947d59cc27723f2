import type { Group } from "@/lib/charts/charted-figure";
import { groupBy } from "@/lib/figures/group";

/** Claims that stand in one place of a chart: one, or so many that they would hide each other. Never empty. */
export interface Stack<T> {
  /** Each claim with the figures that make it, the lowest first. */
  readonly claims: readonly [Group<T>, ...Group<T>[]];
  /** Where it stands on the axis of values: at its value, in the middle of its claims. */
  readonly place: number;
}

/** Most claims about one thing at one time that are laid side by side; more become one mark with their number. */
const MOST_BESIDE = 3;

/**
 * Claims about one thing (`keyOf` names it and its time; `placeOf` is where it stands on the axis of values), stacked where more than three lie within `near` of each other. In order of first appearance.
 */
export function stackClaims<T>(
  claims: readonly Group<T>[],
  keyOf: (claim: Group<T>) => string,
  placeOf: (claim: Group<T>) => number,
  near: number,
): Stack<T>[] {
  const stacks = [...groupBy(claims, keyOf).values()].flatMap((own) => {
    const ascending = [...own].sort((a, b) => placeOf(a) - placeOf(b));
    const found: Stack<T>[] = [];
    for (let start = 0; start < ascending.length; ) {
      const [first, ...others] = ascending.slice(start);
      if (first === undefined) break;
      const close = others.filter((claim) => placeOf(claim) - placeOf(first) <= near);
      const stacked = close.length >= MOST_BESIDE ? close : [];
      const last = stacked.at(-1) ?? first;
      found.push({ claims: [first, ...stacked], place: (placeOf(first) + placeOf(last)) / 2 });
      start += 1 + stacked.length;
    }
    return found;
  });
  const rank = new Map(claims.map((claim, index) => [claim, index]));
  const firstOf = (stack: Stack<T>) => Math.min(...stack.claims.map((claim) => rank.get(claim) ?? 0));
  return stacks.sort((a, b) => firstOf(a) - firstOf(b));
}
