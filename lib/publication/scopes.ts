/**
 * What readers can see, cut into parts that change apart from each other. A write raises the parts it changes; a page, or a
 * result kept in memory, is good until one of the parts that it was read from has changed.
 */
export type Family =
  /** One figure, by its public key: what its own page says, its public history, whether it is there. */
  | "figure"
  /** Which figures of a metric (its slug) are published, and what puts them in order; what one says is its own ("figure"). */
  | "figures-of-metric"
  /** The same of a region (its code), without the places below it. */
  | "figures-of-region"
  /** The same of one metric, region and subject: what others say of the same. */
  | "figures-of-series"
  /** The same of those that cite a source (its slug). */
  | "figures-of-source"
  /** How many figures of a metric (its slug) are published, of which regions, subjects, sources and years. */
  | "figure-count"
  /** Which published figures of a metric (its slug) have which wording. */
  | "figure-wording"
  /** Which corrections of published figures there are. */
  | "corrections"
  /** What published figures of a metric (its slug) say of the same things, together: which can all be true. */
  | "claims"
  /** About how many things published claims cannot all be true. */
  | "disagreements"
  | "milestone"
  | "milestones-of-region"
  | "milestones-of-source"
  | "chart"
  /** The record itself, by its key: its name and everything else that is said of it, and whether it is in use. */
  | "metric"
  | "region"
  | "organisation"
  | "topic"
  | "source"
  /** All of the above. */
  | "everything";

/** A part: one member of a family, or the family as a whole. */
export type Scope = Family | `${Family}:${string}`;

/** The family of a scope. */
export function familyOf(scope: Scope): Family {
  const end = scope.indexOf(":");
  return (end < 0 ? scope : scope.slice(0, end)) as Family;
}

/** What figures of one metric, region and subject (null: the region itself) share. */
export function seriesScope(metric: string, region: string, organisation: string | null): Scope {
  return `figures-of-series:${metric} ${region} ${organisation ?? ""}`;
}

/** The same scopes, each once, with a family as a whole in place of more than `most` of its members. */
export function coarsened(scopes: Iterable<Scope>, most: number): ReadonlySet<Scope> {
  const byFamily = new Map<Family, Set<Scope>>();
  for (const scope of scopes) {
    const family = familyOf(scope);
    const members = byFamily.get(family);
    if (members) members.add(scope);
    else byFamily.set(family, new Set([scope]));
  }
  const result = new Set<Scope>();
  for (const [family, members] of byFamily) {
    if (members.size > most || members.has(family)) result.add(family);
    else for (const scope of members) result.add(scope);
  }
  return result;
}
