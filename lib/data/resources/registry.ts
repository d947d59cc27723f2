import "server-only";
import { chartStore } from "@/lib/data/resources/chart-store";
import { figureStore } from "@/lib/data/resources/figure-store";
import { metricStore } from "@/lib/data/resources/metric-store";
import { milestoneStore } from "@/lib/data/resources/milestone-store";
import { organisationStore } from "@/lib/data/resources/organisation-store";
import { regionStore } from "@/lib/data/resources/region-store";
import { sourceStore } from "@/lib/data/resources/source-store";
import type { ListedResource, ListedStore, ResourceStore } from "@/lib/data/resources/store";
import { topicStore } from "@/lib/data/resources/topic-store";
import type { Resource } from "@/lib/schemas/resources";

const LISTED: { readonly [N in ListedResource]: ListedStore<N> } = {
  metrics: metricStore,
  regions: regionStore,
  organisations: organisationStore,
  topics: topicStore,
  sources: sourceStore,
  milestones: milestoneStore,
  charts: chartStore,
};
const STORES: { readonly [N in Resource]: ResourceStore<N> } = { figures: figureStore, ...LISTED };

/** How the rows of a resource are kept. */
export function storeOf<N extends Resource>(resource: N): ResourceStore<N> {
  return STORES[resource];
}

/** The same of a resource whose public rows can be listed. */
export function listedStoreOf<N extends ListedResource>(resource: N): ListedStore<N> {
  return LISTED[resource];
}
