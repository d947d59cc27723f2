import type { MetricRef, OrganisationRef, RegionRef, SourceRef, TopicRef } from "@/lib/figures/figure";

/**
 * Records that a form knows, with enough to show what a figure will look like: those that it refers to, and what was found since. Of
 * topics, which are few, all in use, in the order of the dashboard.
 */
export interface FigureChoices {
  readonly metrics: readonly (MetricRef & { readonly definition: string })[];
  readonly regions: readonly (RegionRef & { readonly nameLocal: string | null; readonly parentName: string | null })[];
  readonly organisations: readonly OrganisationRef[];
  readonly sources: readonly SourceRef[];
  readonly topics: readonly TopicRef[];
}

/** Resources whose records are chosen in forms. */
export const CHOICE_RESOURCES = ["metrics", "regions", "organisations", "sources", "topics"] as const;
export type ChoiceResource = (typeof CHOICE_RESOURCES)[number];

/** A record of a resource, as forms know it. */
export type ChoiceRecord<Resource extends ChoiceResource = ChoiceResource> = FigureChoices[Resource][number];

/** Keys of records by their resource. */
export type ChoiceKeys = Readonly<Record<ChoiceResource, readonly string[]>>;

/** What a search finds: a page of the records, best first, and how many there are on all pages. */
export interface FoundRecords<Resource extends ChoiceResource = ChoiceResource> {
  readonly records: readonly ChoiceRecord<Resource>[];
  readonly total: number;
}

/** The key of a record in addresses and in other records. */
export function choiceKey(record: ChoiceRecord): string {
  return "code" in record ? record.code : record.slug;
}

/** Names under which records, drafts and forms refer to records of each resource. */
const REFERRING: Readonly<Record<string, ChoiceResource>> = {
  metric: "metrics",
  metrics: "metrics",
  region: "regions",
  regions: "regions",
  parent: "regions",
  organisation: "organisations",
  organisations: "organisations",
  source: "sources",
  sources: "sources",
  topic: "topics",
  topics: "topics",
};
/** Names behind keys, which are no keys. */
const LABELS = "labels";

/** The keys that anything shaped like records refers to, at any depth; each once. */
export function referencesOf(fields: unknown): ChoiceKeys {
  const keys = keysByResource<Set<string>>(() => new Set());
  const walk = (value: unknown, resource: ChoiceResource | undefined): void => {
    if (typeof value === "string") {
      if (resource !== undefined) keys[resource].add(value);
    } else if (Array.isArray(value)) {
      for (const one of value) walk(one, resource);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, part] of Object.entries(value)) if (name !== LABELS) walk(part, REFERRING[name]);
    }
  };
  walk(fields, undefined);
  return keysByResource((resource) => [...keys[resource]]);
}

/** Something for each resource. */
export function keysByResource<Keys>(
  keysOf: (resource: ChoiceResource) => Keys,
): Readonly<Record<ChoiceResource, Keys>> {
  return Object.fromEntries(CHOICE_RESOURCES.map((resource) => [resource, keysOf(resource)])) as Record<
    ChoiceResource,
    Keys
  >;
}
