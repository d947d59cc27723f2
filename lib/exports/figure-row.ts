import type { TableCell } from "@/lib/exports/csv-table";
import { type Bounds, bounds } from "@/lib/figures/bounds";
import type { Citation, Figure, MetricRef, SourceRef } from "@/lib/figures/figure";
import { fieldSpec, type PlainField, PUBLIC_FIELDS } from "@/lib/figures/figure-fields";

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

/** Columns of fields that a file holds as they are, under their own headers. */
function plain<Name extends PlainField & keyof FigureToExport>(...names: readonly Name[]) {
  const columns = names.map((name) => [fieldSpec(name).csv, ({ figure }: Parts): TableCell => figure[name]] as const);
  return Object.fromEntries(columns);
}

/** The columns of a file of figures, in order. Null is an empty cell: not stated, or for a bound: none that the wording gives. */
const COLUMNS: Readonly<Record<string, (parts: Parts) => TableCell>> = {
  figure: ({ figure }) => figure.id,
  metric: ({ figure }) => figure.metric.slug,
  metric_name: ({ figure }) => figure.metric.name,
  unit: ({ figure }) => figure.metric.unit,
  region: ({ figure }) => figure.region.code,
  region_name: ({ figure }) => figure.region.name,
  organisation: ({ figure }) => figure.organisation?.name ?? null,
  ...plain("wording", "qualifier"),
  value: ({ figure }) => asWritten(figure.digits),
  value_high: ({ figure }) => asWritten(figure.digitsHigh),
  lower_bound: ({ figure, bound }) => asWritten(bound.low === null ? null : figure.digits),
  lower_bound_included: ({ bound }) => (bound.low === null ? null : !bound.lowOpen),
  upper_bound: ({ figure, bound }) => asWritten(bound.high === null ? null : (figure.digitsHigh ?? figure.digits)),
  upper_bound_included: ({ bound }) => (bound.high === null ? null : !bound.highOpen),
  ...plain("outlook"),
  period_start: ({ figure }) => figure.periodStart,
  period_end: ({ figure }) => figure.periodEnd,
  ...plain("asOf", "speaker", "speakerKind"),
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
  // What stands above already keeps its place.
  ...plain(...PUBLIC_FIELDS),
  version: ({ figure }) => figure.version,
};

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
