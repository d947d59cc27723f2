import "server-only";
import { chartStore } from "@/lib/data/writing/chart-store";
import { figureStore } from "@/lib/data/writing/figure-store";
import { metricStore } from "@/lib/data/writing/metric-store";
import { milestoneStore } from "@/lib/data/writing/milestone-store";
import { organisationStore } from "@/lib/data/writing/organisation-store";
import { regionStore } from "@/lib/data/writing/region-store";
import { sourceStore } from "@/lib/data/writing/source-store";
import type { NounStore } from "@/lib/data/writing/store";
import { topicStore } from "@/lib/data/writing/topic-store";
import type { Noun } from "@/lib/schemas/nouns";

const STORES: { readonly [N in Noun]: NounStore<N> } = {
  figures: figureStore,
  metrics: metricStore,
  regions: regionStore,
  organisations: organisationStore,
  topics: topicStore,
  sources: sourceStore,
  milestones: milestoneStore,
  charts: chartStore,
};

/** How the rows of a noun are kept. */
export function storeOf<N extends Noun>(noun: N): NounStore<N> {
  return STORES[noun];
}
