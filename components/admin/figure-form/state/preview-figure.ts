import { digitsOf } from "@/components/admin/fields/number-field";
import {
  type CitationDraft,
  type FigureDraft,
  isBlankCitation,
  type NewMetric,
  speakerKindOf,
} from "@/components/admin/figure-form/state/figure-draft";
import { readDateSpan } from "@/lib/dates/date-text";
import { daysCovered } from "@/lib/dates/edtf";
import { byName } from "@/lib/figures/by-name";
import { CITATION_TEXTS } from "@/lib/figures/citation-fields";
import type { Citation, Figure, MetricRef, Period, SourceRef } from "@/lib/figures/figure";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { PUBLIC_TEXTS } from "@/lib/figures/figure-fields";
import { SOURCE_TYPES } from "@/lib/schemas/resources/source";

/** The id of a figure that is not saved yet. */
const PREVIEW_ID = "preview";

/** The metric of a draft as it will be; null while none is chosen. */
export function metricOf(draft: FigureDraft, choices: FigureChoices): MetricRef | null {
  const { metric } = draft;
  if (metric === null) return null;
  return typeof metric === "string"
    ? (choices.metrics.find(({ slug }) => slug === metric) ?? null)
    : newMetricRef(metric, choices);
}

function newMetricRef(metric: NewMetric, choices: FigureChoices): MetricRef {
  const { topic } = metric;
  const isNewTopic = topic !== null && typeof topic === "object";
  const known = isNewTopic ? { slug: "", name: topic.name } : choices.topics.find(({ slug }) => slug === topic);
  return {
    slug: "new-metric",
    name: metric.name.trim() || "New metric",
    unit: metric.kind === "share" ? "percent" : metric.unit.trim(),
    counted: metric.counted.trim() || null,
    kind: metric.kind,
    accumulation: metric.accumulation,
    shareOf: metric.kind === "share" ? metric.shareOf.trim() || null : null,
    shelfLifeMonths: null,
    topic: known ?? { slug: "", name: "" },
  };
}

/** The source of a citation as it will be; null while none is chosen. */
export function sourceOf({ source }: CitationDraft, choices: FigureChoices): SourceRef | null {
  if (source === null) return null;
  if (typeof source === "string") return choices.sources.find(({ slug }) => slug === source) ?? null;
  const published = readDateSpan(source.published);
  return {
    slug: "new-source",
    type: SOURCE_TYPES[source.kind],
    kind: source.kind,
    title: source.title.trim() || "New source",
    publisher: source.publisher.trim() || "Publisher",
    authors: source.authors.trim() || null,
    published: published.ok ? published.start : null,
    language: source.language,
    url: source.url.trim(),
    accessed: null,
  };
}

/**
 * The figure that a draft will make, for the preview and for drawing; null until there are a metric and a number. What is not
 * chosen yet reads as such, what cannot be read yet is left out.
 */
export function previewFigure(draft: FigureDraft, choices: FigureChoices, id: string = PREVIEW_ID): Figure | null {
  const metric = metricOf(draft, choices);
  const digits = digitsOf(draft.value);
  if (metric === null || digits === null) return null;
  const high = draft.wording === "between" ? digitsOf(draft.valueHigh) : null;
  const alternative = draft.alternativeUnit.trim() === "" ? null : digitsOf(draft.alternative);
  const citations = draft.citations.flatMap((citation): Citation[] => {
    const source = sourceOf(citation, choices);
    if (source === null || isBlankCitation(citation)) return [];
    return [{ source, ...byName(CITATION_TEXTS, (name) => citation[name].trim() || null), role: citation.role }];
  });
  return {
    id,
    metric,
    region: regionOf(draft, choices),
    organisation: organisationOf(draft, choices),
    // Half a range is shown as its lower end until the upper one is there.
    wording: draft.wording === "between" && high === null ? "at_least" : draft.wording,
    value: Number(digits),
    digits,
    valueHigh: high === null ? null : Number(high),
    digitsHigh: high,
    qualifier: draft.wording === "exactly" ? draft.qualifier : null,
    alternative:
      alternative === null
        ? null
        : { value: Number(alternative), digits: alternative, unit: draft.alternativeUnit.trim().toUpperCase() },
    ...timesOf(draft),
    lookedAgain: dayIn(draft.lookedAgain),
    ...byName(PUBLIC_TEXTS, (name) => draft[name].trim() || null),
    speakerKind: speakerKindOf(draft, choices),
    outlook: draft.outlook,
    release: draft.release,
    version: 1,
    recordedAt: "",
    citations,
  };
}

function regionOf({ region }: FigureDraft, choices: FigureChoices): Figure["region"] {
  if (region !== null && typeof region === "object") return { code: "new", name: region.name.trim() || "New region" };
  const found = choices.regions.find(({ code }) => code === region);
  return found ?? { code: region ?? "", name: region ?? "Region not chosen" };
}

function organisationOf({ organisation }: FigureDraft, choices: FigureChoices): Figure["organisation"] {
  if (organisation === null) return null;
  if (typeof organisation === "object") return { slug: "new", name: organisation.name.trim() || "New organisation" };
  return choices.organisations.find(({ slug }) => slug === organisation) ?? null;
}

function timesOf(draft: FigureDraft): Period {
  const period = readDateSpan(draft.period);
  const start = period.ok ? period.start : null;
  const end = period.ok ? period.end : null;
  const moment = dayIn(draft.asOf);
  return { periodStart: start, periodEnd: end, asOf: moment, ...daysCovered(start, end, moment) };
}

/** The day, month or year that was typed as EDTF; null where it is none. */
function dayIn(text: string): string | null {
  const read = readDateSpan(text);
  return read.ok ? read.start : null;
}
