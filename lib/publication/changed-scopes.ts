import { type Scope, seriesScope } from "@/lib/publication/scopes";

type Snapshot = Readonly<Record<string, unknown>>;

/** A change of one row: its resource, its key, and what it said before and after as its history keeps it; null where it was not there. */
interface RowChange {
  readonly resource: keyof typeof OWN_SCOPES;
  readonly key: string;
  readonly before: Snapshot | null;
  readonly after: Snapshot;
}

/** The scope of a record itself, by its resource. */
const OWN_SCOPES = {
  figures: "figure",
  metrics: "metric",
  regions: "region",
  organisations: "organisation",
  topics: "topic",
  sources: "source",
  milestones: "milestone",
  charts: "chart",
} as const;

/** What a record itself says, and whether it is there. */
export function scopeOf(resource: keyof typeof OWN_SCOPES, key: string): Scope {
  return `${OWN_SCOPES[resource]}:${key}`;
}

/** What readers see otherwise after a change; nothing for a draft. */
export function changedScopes({ resource, key, before, after }: RowChange): readonly Scope[] {
  if (resource === "figures") return ofFigure(key, before, after);
  if (resource === "milestones") return ofMilestone(key, before, after);
  if (resource === "charts") return isPublished(before) || isPublished(after) ? [`chart:${key}`] : [];
  // The others have no drafts: readers see them until they are retracted.
  return before?.retracted !== true || after.retracted !== true ? [scopeOf(resource, key)] : [];
}

function isPublished(version: Snapshot | null): version is Snapshot {
  return version?.status === "published";
}

/**
 * Where a figure was and where it is now: a figure that moves is missed at the one and found at the other. Where only what it says is another,
 * it stands in the same lists at the same places, and what shows it has noted it by itself.
 */
function ofFigure(key: string, before: Snapshot | null, after: Snapshot): readonly Scope[] {
  const shown = [before, after].filter(isPublished);
  // One that was retracted still has its address, which tells of it.
  if (shown.length === 0) return before?.status === "retracted" ? [`figure:${key}`] : [];
  const isOther = (part: (version: Snapshot) => unknown) => {
    const [was, is] = shown.map((version) => JSON.stringify(part(version)));
    return shown.length === 1 || was !== is;
  };
  const isListed = isOther(listed);
  const isPut = isListed || isOther(({ citations }) => citedPlaces(citations));
  const [isCounted, isWorded] = [isOther(counted), isOther(({ wording }) => wording)];
  const isClaimed = isListed || isWorded || isOther(({ value, valueHigh }) => [value, valueHigh ?? null]);
  return [
    `figure:${key}`,
    // A first publication corrects nothing; what comes back after it was retracted does.
    ...(before !== null && before.status !== "draft" ? (["corrections"] as const) : []),
    ...shown.flatMap((version): Scope[] => {
      const { metric, region, organisation } = version;
      const series = seriesScope(String(metric), String(region), (organisation ?? null) as string | null);
      return [
        ...(isListed ? ([`figures-of-metric:${metric}`, `figures-of-region:${region}`, series] as const) : []),
        ...(isPut ? sourcesOf(version).map((source): Scope => `figures-of-source:${source}`) : []),
        ...(isCounted ? ([`figure-count:${metric}`] as const) : []),
        ...(isClaimed ? ([`claims:${metric}`] as const) : []),
        ...(isWorded ? ([`figure-wording:${metric}`] as const) : []),
      ];
    }),
  ];
}

/** What lists count a figure under. */
function counted(version: Snapshot): readonly unknown[] {
  const { metric, region, organisation, period, asOf } = version;
  return [metric, region, organisation ?? null, period ?? null, asOf ?? null, sourcesOf(version)];
}

/** What decides in which lists it stands, and where, and which other claims it is compared with. */
function listed(version: Snapshot): readonly unknown[] {
  const { outlook, release, basis } = version;
  return [...counted(version), outlook ?? null, release ?? null, basis ?? null];
}

/** By what the figures of a source are put in order. */
function citedPlaces(citations: unknown): readonly unknown[] {
  const all = (citations ?? []) as readonly { source: string; locator?: string | null; role?: string }[];
  return all.map(({ source, locator, role }) => [source, locator ?? null, role ?? null]);
}

function ofMilestone(key: string, before: Snapshot | null, after: Snapshot): readonly Scope[] {
  return [before, after]
    .filter(isPublished)
    .flatMap((version): Scope[] => [
      `milestone:${key}`,
      `milestones-of-region:${version.region}`,
      ...sourcesOf(version).map((source): Scope => `milestones-of-source:${source}`),
    ]);
}

function sourcesOf({ citations }: Snapshot): readonly string[] {
  return ((citations ?? []) as readonly { readonly source: string }[]).map(({ source }) => source);
}
