import type { NumberText } from "@/components/admin/fields/number-field";
import { REFERENCES } from "@/components/admin/record-form/definitions/reference-definitions";
import { toValues } from "@/components/admin/record-form/state/values";
import type { SavedRecord } from "@/components/admin/saving/send";
import type { EnumValue } from "@/lib/enums";
import { byName } from "@/lib/figures/by-name";
import { CITATION_TEXTS, type CitationText } from "@/lib/figures/citation-fields";
import type { MetricKind, MetricRef, Outlook, RegionLevel, SpeakerKind, Wording } from "@/lib/figures/figure";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { type FigureContent, TYPED_FIELDS, type TypedField } from "@/lib/figures/figure-fields";
import type { CAUSES } from "@/lib/schemas/resources";
import type { SOURCE_TYPES } from "@/lib/schemas/resources/source";

type Cause = (typeof CAUSES)[number];

type SourceKind = keyof typeof SOURCE_TYPES;

/** A figure as the API gives it: the fields of its input in canonical form, and what belongs to the record. */
export interface FigureRecord extends SavedRecord, FigureContent {
  readonly status: EnumValue<"Status">;
  /** Names behind the keys, by the path of the field. */
  readonly labels: Readonly<Record<string, string>>;
}

/** New records that are made together with a figure, as they stand in the form. */
interface NewTopic {
  readonly name: string;
  /** From 0: after all others. */
  readonly position: number;
}
export interface NewMetric {
  readonly name: string;
  readonly kind: MetricKind;
  readonly unit: string;
  readonly counted: string;
  readonly shareOf: string;
  readonly accumulation: MetricRef["accumulation"];
  readonly higherIs: string;
  readonly shelfLifeMonths: string;
  readonly definition: string;
  readonly topic: Reference<NewTopic>;
}
interface NewRegion {
  readonly code: string;
  readonly name: string;
  readonly nameLocal: string;
  readonly level: RegionLevel;
  readonly parent: string | null;
}
interface NewOrganisation {
  readonly name: string;
}
export interface NewSource {
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly authors: string;
  readonly published: string;
  readonly language: string;
  readonly kind: SourceKind;
  readonly archiveUrl: string;
  readonly archivedAt: string;
  readonly accessed: string;
  readonly licence: string;
  readonly note: string;
}

/** A record by its key, nothing, or a whole new one. */
type Reference<New> = string | null | New;

export interface CitationDraft extends Readonly<Record<CitationText, string>> {
  readonly source: Reference<NewSource>;
  readonly role: EnumValue<"CitationRole">;
}

/** A figure as it stands in the form: text as typed, nothing lost. */
export interface FigureDraft extends Readonly<Record<TypedField, string>> {
  /** Shape of this draft, so that what an older page kept is not taken for it. */
  readonly shape: 1;
  /** The figure in the source's words. */
  readonly words: string;
  readonly metric: Reference<NewMetric>;
  readonly region: Reference<NewRegion>;
  readonly organisation: Reference<NewOrganisation>;
  readonly wording: Wording;
  readonly value: NumberText;
  readonly valueHigh: NumberText;
  readonly qualifier: "record" | null;
  readonly alternative: NumberText;
  /** Null as long as it follows the kind of the source. */
  readonly speakerKind: SpeakerKind | null;
  readonly outlook: Outlook;
  readonly release: EnumValue<"Release"> | null;
  /** The question about its metric that the person has answered with yes, by its key; null for none. */
  readonly agreed: string | null;
  /** Never empty: the first is where the statement comes from. */
  readonly citations: readonly CitationDraft[];
  /** The record as it was when the person began to change it; null for a new figure. */
  readonly base: FigureRecord | null;
  /** Why a published figure is changed. */
  readonly cause: Cause | null;
  readonly reason: string;
}

export const EMPTY_CITATION: CitationDraft = {
  source: null,
  ...byName(CITATION_TEXTS, () => ""),
  role: "origin",
};

export const EMPTY_FIGURE: FigureDraft = {
  shape: 1,
  words: "",
  metric: null,
  region: null,
  organisation: null,
  wording: "exactly",
  value: "",
  valueHigh: "",
  qualifier: null,
  alternative: "",
  speakerKind: null,
  outlook: "outcome",
  release: null,
  ...byName(TYPED_FIELDS, () => ""),
  agreed: null,
  citations: [EMPTY_CITATION],
  base: null,
  cause: null,
  reason: "",
};

export const EMPTY_METRIC = emptyOf("metrics") as unknown as NewMetric;
export const EMPTY_REGION = emptyOf("regions") as unknown as NewRegion;
export const EMPTY_SOURCE = emptyOf("sources") as unknown as NewSource;

/** A new record of a resource as its form begins with it. */
function emptyOf(resource: "metrics" | "regions" | "sources") {
  const definition = REFERENCES[resource];
  return toValues(definition, definition.initial);
}

/** Whether stored data is a draft of the present shape. */
export function isFigureDraft(stored: unknown): stored is FigureDraft {
  return typeof stored === "object" && stored !== null && "shape" in stored && stored.shape === EMPTY_FIGURE.shape;
}

/** Whether a citation holds nothing yet. */
export function isBlankCitation({ source, locator, phrase }: CitationDraft): boolean {
  return source === null && locator.trim() === "" && phrase.trim() === "";
}

/** Who mostly speaks in a source of a kind, until the person says otherwise. */
const SPEAKER_OF: Readonly<Record<string, SpeakerKind>> = {
  news: "outlet",
  government: "official_statement",
  statistics: "official_statistic",
  report: "outlet",
  "press-release": "company",
};

/** The kind of speaker: as chosen, else as the kind of the first source suggests. */
export function speakerKindOf(draft: FigureDraft, { sources }: Pick<FigureChoices, "sources">): SpeakerKind {
  if (draft.speakerKind !== null) return draft.speakerKind;
  const source = draft.citations[0]?.source ?? null;
  const kind = typeof source === "string" ? sources.find(({ slug }) => slug === source)?.kind : source?.kind;
  return SPEAKER_OF[kind ?? "news"] ?? "outlet";
}
