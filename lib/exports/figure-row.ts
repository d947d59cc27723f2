import { bounds } from "@/lib/figures/bounds";
import type { Figure } from "@/lib/figures/figure";

/** A figure as one flat row of a download. Numbers stay numbers; null is an empty cell. The wording always travels with the value. */
export interface FigureRow {
  readonly figure: string;
  readonly metric: string;
  readonly metric_name: string;
  readonly unit: string;
  readonly region: string;
  readonly region_name: string;
  readonly organisation: string | null;
  readonly wording: string;
  readonly qualifier: string | null;
  readonly value: number;
  readonly value_high: number | null;
  /** Bounds that the wording gives; empty where it gives none. */
  readonly lower_bound: number | null;
  readonly lower_bound_included: boolean | null;
  readonly upper_bound: number | null;
  readonly upper_bound_included: boolean | null;
  readonly outlook: string;
  readonly period_start: string | null;
  readonly period_end: string | null;
  readonly as_of: string | null;
  readonly speaker: string | null;
  readonly speaker_kind: string;
  readonly phrase: string | null;
  readonly locator: string | null;
  readonly source: string;
  readonly source_title: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly source_url: string;
  readonly further_sources: string | null;
  readonly alternative_value: number | null;
  readonly alternative_unit: string | null;
  readonly note: string | null;
  readonly version: number;
}

/** One row per figure. Throws for a figure without a citation: no number leaves without its source. */
export function figureRow(figure: Figure): FigureRow {
  const [origin, ...further] = figure.citations;
  if (!origin) throw new Error(`Figure ${figure.id} has no citation, so it cannot be exported`);
  const { low, lowOpen, high, highOpen } = bounds(figure);
  return {
    figure: figure.id,
    metric: figure.metric.slug,
    metric_name: figure.metric.name,
    unit: figure.metric.unit,
    region: figure.region.code,
    region_name: figure.region.name,
    organisation: figure.organisation?.name ?? null,
    wording: figure.wording,
    qualifier: figure.qualifier,
    value: figure.value,
    value_high: figure.valueHigh,
    lower_bound: low,
    lower_bound_included: low === null ? null : !lowOpen,
    upper_bound: high,
    upper_bound_included: high === null ? null : !highOpen,
    outlook: figure.outlook,
    period_start: figure.periodStart,
    period_end: figure.periodEnd,
    as_of: figure.asOf,
    speaker: figure.speaker,
    speaker_kind: figure.speakerKind,
    phrase: origin.phrase,
    locator: origin.locator,
    source: origin.source.slug,
    source_title: origin.source.title,
    publisher: origin.source.publisher,
    published: origin.source.published,
    source_url: origin.source.url,
    further_sources: further.length > 0 ? further.map((citation) => citation.source.slug).join("; ") : null,
    alternative_value: figure.alternative?.value ?? null,
    alternative_unit: figure.alternative?.unit ?? null,
    note: figure.note,
    version: figure.version,
  };
}
