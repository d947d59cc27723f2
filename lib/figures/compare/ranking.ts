import { type Bounds, bounds, isBelow } from "@/lib/figures/bounds";
import type { Quantity } from "@/lib/figures/figure";

/** One of what is ranked, with the ranks that its wordings leave open to it: from 1, both inclusive, the same where it is certain. */
interface Rank<Item> {
  readonly item: Item;
  readonly first: number;
  readonly last: number;
}

/** Ranks that are held by these together, from 1, both inclusive. Between two groups the order is certain, within one it is not. */
export interface RankGroup<Item> {
  readonly first: number;
  readonly last: number;
  /** Whether all say the same number without a word of doubt: they share a rank, and nothing is uncertain. */
  readonly isTie: boolean;
  /** In the order in which they were given: it says nothing. */
  readonly members: readonly Rank<Item>[];
}

/**
 * Ranks by what is claimed, the largest first. One stands before another only where every number that its claims allow is larger than every
 * number that those of the other allow; whatever overlaps is one group ("ranks 2 to 4"). "About" bounds nothing, so it may be anywhere. Each
 * item needs a claim at least; what has none may be anywhere, too. Figures of another unit or time are not told apart here.
 */
export function rankGroups<Item>(
  items: readonly Item[],
  claimsOf: (item: Item) => readonly Quantity[],
): readonly RankGroup<Item>[] {
  const all = items.map((item) => {
    const claims = claimsOf(item);
    return { item, claims, bounds: claims.map(bounds) };
  });
  const ranked = all.map((one) => ({
    ...one,
    first: 1 + all.filter((other) => isCertainlyBelow(one.bounds, other.bounds)).length,
    last: all.length - all.filter((other) => isCertainlyBelow(other.bounds, one.bounds)).length,
  }));
  // What may stand first goes first: an end is reached where nobody so far may stand any further down.
  const inOrder = [...ranked].sort((a, b) => a.first - b.first || a.last - b.last);
  const groups: (typeof ranked)[] = [];
  let group: typeof ranked = [];
  for (const [index, one] of inOrder.entries()) {
    group.push(one);
    if (Math.max(...group.map(({ last }) => last)) <= index + 1) {
      groups.push(group);
      group = [];
    }
  }
  let before = 0;
  return groups.map((own) => {
    const [first, last] = [before + 1, before + own.length];
    before = last;
    const numbers = own.flatMap(({ claims }) => claims.map(({ wording, value }) => `${wording} ${value}`));
    return {
      first,
      last,
      isTie:
        own.length > 1 && new Set(numbers).size === 1 && own.every(({ claims }) => claims[0]?.wording === "exactly"),
      members: ranked.filter((one) => own.includes(one)).map(({ item, first, last }) => ({ item, first, last })),
    };
  });
}

/** Whether all that some claims allow is smaller than all that others allow. */
function isCertainlyBelow(some: readonly Bounds[], others: readonly Bounds[]): boolean {
  return some.length > 0 && others.length > 0 && some.every((a) => others.every((b) => isBelow(a, b)));
}
