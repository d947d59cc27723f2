import "server-only";
import type { CitationContent } from "@/lib/figures/citation-fields";
import type { EnumValue } from "@/lib/figures/enums";
import type { FigureContent } from "@/lib/figures/figure-fields";
import type { Noun, NounInput } from "@/lib/schemas/nouns";

/** Where a row stands. A noun without drafts is published until it is retracted. */
export type State = EnumValue<"Status">;

type Kept<N extends Noun> = Omit<NounInput<N>, "status" | "slug">;
type MetricContent = Omit<Kept<"metrics">, "topic"> & { readonly topic: string };
type MilestoneContent = Omit<Kept<"milestones">, "citations"> & { readonly citations: readonly CitationContent[] };

/** What an editor has said of a row, in canonical form: the noun's input with a key wherever it refers to something. */
export type Content<N extends Noun> = N extends "figures"
  ? FigureContent
  : N extends "metrics"
    ? MetricContent
    : N extends "milestones"
      ? MilestoneContent
      : Kept<N>;

/** Names behind the keys of a row, by the path of the field: {"metric": "Companies attracted", "citations.0.source": "…"}. */
export type Labels = Readonly<Record<string, string>>;

/** Nouns that others refer to. */
export type Referable = Exclude<Noun, "milestones" | "charts">;

/** A row that is referred to, as far as that matters. */
export interface Referred {
  readonly noun: Referable;
  readonly key: string;
  readonly id: number;
  readonly name: string;
  readonly retracted: boolean;
}

/** A row as writing knows it. `recordedAt` is an ISO 8601 instant, for figures only. */
export interface Stored<N extends Noun> {
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
export type NounRecord = Readonly<Record<string, unknown>> & {
  readonly key: string;
  readonly version: number;
  readonly labels: Labels;
};

/** Nouns that may be drafts; the others are public from the start, but for those that come with a draft. */
const WITH_DRAFTS: readonly Noun[] = ["figures", "milestones", "charts"];

/** Whether rows of a noun may be drafts. */
export function hasDrafts(noun: Noun): boolean {
  return WITH_DRAFTS.includes(noun);
}

/** The content of a row with where it stands, as its history keeps it; one of an earlier program may have other fields. */
export type Snapshot = Readonly<Record<string, unknown>>;

/** Where a row stands, as its columns and its history say it: `status`, or `retracted` for a noun without drafts. */
export function standing(noun: Noun, state: State) {
  return hasDrafts(noun) ? { status: state } : { retracted: state === "retracted" };
}

/** Where a database row stands, by whichever of these columns it has. */
export function stateOf({ status, retracted }: { readonly status?: State; readonly retracted?: boolean }): State {
  return status ?? (retracted ? "retracted" : "published");
}

/** A row as its history keeps it. */
export function snapshot<N extends Noun>(noun: N, content: Content<N>, state: State): Snapshot {
  return { ...content, ...standing(noun, state) };
}

/** A row for the API. */
export function toRecord<N extends Noun>(noun: N, stored: Stored<N>): NounRecord {
  const { key, version, state, content, labels, recordedAt, listed } = stored;
  return {
    ...snapshot(noun, content, state),
    ...(noun === "figures" || noun === "regions" ? {} : { slug: key }),
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
