import type { TableCell } from "@/lib/exports/csv-table";
import { type Bounds, bounds } from "@/lib/figures/bounds";
import type { Citation, Figure, MetricRef, SourceRef } from "@/lib/figures/figure";

type Cited = Pick<SourceRef, "slug" | "title" | "publisher" | "published" | "url">;

/** What of a figure goes into a file. */
export type FigureToExport = Omit<
  Figure,
  "metric" | "organisation" | "alternative" | "citations" | "firstDay" | "lastDay" | "recordedAt"
> & {
  readonly metric: Pick<MetricRef, "slug" | "name" | "unit">;
  readonly organisation: { readonly name: string } | null;
  readonly alternative: { readonly digits: string; readonly unit: string } | null;
  readonly citations: readonly (Pick<Citation, "phrase" | "locator"> & { readonly source: Cited })[];
};

interface Parts {
  readonly figure: FigureToExport;
  readonly origin: FigureToExport["citations"][number];
  readonly further: FigureToExport["citations"];
  readonly bound: Bounds;
}

/** A number as it was written: no digit more or fewer, never with an exponent. */
const asWritten = (digits: string | null): TableCell => (digits === null ? null : { digits });

/** The columns of a file of figures, in order. Null is an empty cell: not stated, or for a bound: none that the wording gives. */
const COLUMNS = {
  figure: ({ figure }) => figure.id,
  metric: ({ figure }) => figure.metric.slug,
  metric_name: ({ figure }) => figure.metric.name,
  unit: ({ figure }) => figure.metric.unit,
  region: ({ figure }) => figure.region.code,
  region_name: ({ figure }) => figure.region.name,
  organisation: ({ figure }) => figure.organisation?.name ?? null,
  wording: ({ figure }) => figure.wording,
  qualifier: ({ figure }) => figure.qualifier,
  value: ({ figure }) => asWritten(figure.digits),
  value_high: ({ figure }) => asWritten(figure.digitsHigh),
  lower_bound: ({ figure, bound }) => asWritten(bound.low === null ? null : figure.digits),
  lower_bound_included: ({ bound }) => (bound.low === null ? null : !bound.lowOpen),
  upper_bound: ({ figure, bound }) => asWritten(bound.high === null ? null : (figure.digitsHigh ?? figure.digits)),
  upper_bound_included: ({ bound }) => (bound.high === null ? null : !bound.highOpen),
  outlook: ({ figure }) => figure.outlook,
  period_start: ({ figure }) => figure.periodStart,
  period_end: ({ figure }) => figure.periodEnd,
  as_of: ({ figure }) => figure.asOf,
  speaker: ({ figure }) => figure.speaker,
  speaker_kind: ({ figure }) => figure.speakerKind,
  phrase: ({ origin }) => origin.phrase,
  locator: ({ origin }) => origin.locator,
  source: ({ origin }) => origin.source.slug,
  source_title: ({ origin }) => origin.source.title,
  publisher: ({ origin }) => origin.source.publisher,
  published: ({ origin }) => origin.source.published,
  source_url: ({ origin }) => origin.source.url,
  further_sources: ({ further }) =>
    further.length > 0 ? further.map((citation) => citation.source.slug).join("; ") : null,
  alternative_value: ({ figure }) => asWritten(figure.alternative?.digits ?? null),
  alternative_unit: ({ figure }) => figure.alternative?.unit ?? null,
  note: ({ figure }) => figure.note,
  version: ({ figure }) => figure.version,
} as const satisfies Readonly<Record<string, (parts: Parts) => TableCell>>;

/** Names of the columns, in order. */
export const FIGURE_COLUMNS = Object.keys(COLUMNS);
const CELLS: readonly ((parts: Parts) => TableCell)[] = Object.values(COLUMNS);

/**
 * A figure as the cells of one row: the wording always travels with the value. Throws for a figure without a citation: no number leaves
 * without its source.
 */
export function figureCells(figure: FigureToExport): readonly TableCell[] {
  const [origin, ...further] = figure.citations;
  if (!origin) throw new Error(`Figure ${figure.id} has no citation, so it cannot be exported`);
  const parts = { figure, origin, further, bound: bounds(figure) };
  return CELLS.map((cell) => cell(parts));
}
