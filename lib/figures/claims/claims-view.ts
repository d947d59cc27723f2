import type { ClaimsTogether, Figure, RegionRef, TopicRef } from "@/lib/figures/figure";

/** What sources say of one thing. */
export interface ClaimsView {
  readonly together: ClaimsTogether;
  /** The lowest number first; at most 40, the lowest and the highest of more. */
  readonly figures: readonly Figure[];
}

/** One thing about which published claims cannot all be true. */
export interface Disagreement {
  /** How many claims about it there are. */
  readonly inAll: number;
  /** How far apart the two are that are the farthest from being true together, as a part of the larger number; at least 0. */
  readonly apart: number;
  /** The two lowest and the two highest of them, the lowest first. */
  readonly figures: readonly Figure[];
}

/** Everything the page of disagreements shows. */
export interface DisagreementsView {
  readonly topic: string | null;
  readonly region: string | null;
  readonly choices: { readonly topics: readonly TopicRef[]; readonly regions: readonly RegionRef[] };
  readonly total: number;
  readonly number: number;
  readonly pages: number;
  readonly isCut: boolean;
  /** Disagreements before those of this page. */
  readonly before: number;
  readonly disagreements: readonly Disagreement[];
}
