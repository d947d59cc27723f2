import "server-only";
import type { EnumValue } from "@/lib/enums";
import type { CitationContent } from "@/lib/figures/citation-fields";
import type { FigureContent } from "@/lib/figures/figure-fields";
import type { Resource, ResourceInput } from "@/lib/schemas/resources";

/** Where a row stands. A resource without drafts is published until it is retracted. */
export type State = EnumValue<"Status">;

type Kept<N extends Resource> = Omit<ResourceInput<N>, "status" | "slug">;
type MetricContent = Omit<Kept<"metrics">, "topic"> & { readonly topic: string };
type MilestoneContent = Omit<Kept<"milestones">, "citations"> & { readonly citations: readonly CitationContent[] };

/** What an editor has said of a row, in canonical form: the resource's input with a key wherever it refers to something. */
export type Content<N extends Resource> = N extends "figures"
  ? FigureContent
  : N extends "metrics"
    ? MetricContent
    : N extends "milestones"
      ? MilestoneContent
      : Kept<N>;

/** Names behind the keys of a row, by the path of the field: {"metric": "Companies attracted", "citations.0.source": "…"}. */
export type Labels = Readonly<Record<string, string>>;

/** Resources that others refer to. */
export type Referable = Exclude<Resource, "milestones" | "charts">;

/** A row that is referred to, as far as that matters. */
export interface Referred {
  readonly resource: Referable;
  readonly key: string;
  readonly id: number;
  readonly name: string;
  readonly retracted: boolean;
}

/** A row as writing knows it. `recordedAt` is an ISO 8601 instant, for figures only. */
export interface Stored<N extends Resource> {
  readonly id: number;
  readonly key: string;
  readonly version: number;
  readonly state: State;
  readonly content: Content<N>;
  readonly labels: Labels;
  readonly recordedAt?: string;
  /** False for a row without drafts that came with a draft and that nothing published refers to: readers do not see it. */
  readonly listed?: boolean;
  /** Rows that its content refers to, where they were read with it. */
  readonly known?: readonly Referred[];
}

/** A row as the API gives it: its content, then its key, version, where it stands, and the names behind its keys. */
export type ResourceRecord = Readonly<Record<string, unknown>> & {
  readonly key: string;
  readonly version: number;
  readonly labels: Labels;
};

/** Resources that may be drafts; the others are public from the start, but for those that come with a draft. */
const WITH_DRAFTS: readonly Resource[] = ["figures", "milestones", "charts"];

/** Whether rows of a resource may be drafts. */
export function hasDrafts(resource: Resource): boolean {
  return WITH_DRAFTS.includes(resource);
}

/** The content of a row with where it stands, as its history keeps it; one of an earlier program may have other fields. */
export type Snapshot = Readonly<Record<string, unknown>>;

/** Where a row stands, as its columns and its history say it: `status`, or `retracted` for a resource without drafts. */
export function standing(resource: Resource, state: State) {
  return hasDrafts(resource) ? { status: state } : { retracted: state === "retracted" };
}

/** Where a database row stands, by whichever of these columns it has. */
export function stateOf({ status, retracted }: { readonly status?: State; readonly retracted?: boolean }): State {
  return status ?? (retracted ? "retracted" : "published");
}

/** A row as its history keeps it. */
export function snapshot<N extends Resource>(resource: N, content: Content<N>, state: State): Snapshot {
  return { ...content, ...standing(resource, state) };
}

/** A row for the API. */
export function toRecord<N extends Resource>(resource: N, stored: Stored<N>): ResourceRecord {
  const { key, version, state, content, labels, recordedAt, listed } = stored;
  return {
    ...snapshot(resource, content, state),
    ...(resource === "figures" || resource === "regions" ? {} : { slug: key }),
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...(listed === false ? { listed } : {}),
    key,
    version,
    labels,
  };
}

/** Fields in which two versions of a row differ, in the order of the first. */
export function differingFields(a: Snapshot, b: Snapshot): readonly string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.filter((name) => JSON.stringify(a[name] ?? null) !== JSON.stringify(b[name] ?? null));
}
