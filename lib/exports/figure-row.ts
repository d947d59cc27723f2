import type { TableCell } from "@/lib/exports/csv-table";
import { type Bounds, bounds } from "@/lib/figures/bounds";
import type { Citation, Figure, MetricRef, SourceRef } from "@/lib/figures/figure";
import { fieldSpec, type PlainField, PUBLIC_FIELDS } from "@/lib/figures/figure-fields";
import { paths } from "@/lib/paths";

export type CitedSource = Pick<SourceRef, "slug" | "title" | "publisher" | "published" | "url">;

/** What of a figure goes into a file. */
export type FigureToExport = Omit<
  Figure,
  "metric" | "organisation" | "alternative" | "citations" | "firstDay" | "lastDay"
> & {
  readonly metric: Pick<MetricRef, "slug" | "name" | "unit">;
  readonly organisation: { readonly name: string } | null;
  readonly alternative: { readonly digits: string; readonly unit: string } | null;
  readonly citations: readonly (Pick<Citation, "phrase" | "locator"> & { readonly source: CitedSource })[];
};

/** Figures as they are read for a file: set after set. */
export type FigureSets = AsyncIterable<readonly FigureToExport[]>;

/** What is the same for every row of a file. */
export interface FileContext {
  /** Where the site is found, without a slash at its end: before the address of each figure. */
  readonly site: string;
  /** For a file of disagreements: the number of the one that a figure, by its key, belongs to. Null for other files. */
  readonly disagreementOf: ReadonlyMap<string, number> | null;
}

interface Parts {
  readonly figure: FigureToExport;
  readonly origin: FigureToExport["citations"][number];
  readonly further: FigureToExport["citations"];
  readonly bound: Bounds;
  readonly context: FileContext;
}

/** A number as it was written: no digit more or fewer, never with an exponent. */
const asWritten = (digits: string | null): TableCell => (digits === null ? null : { digits });
/** The same where a program that reads the file must not make a number of it. */
const asText = (digits: string | null): TableCell => (digits === null ? null : { digits, isText: true });

/** Columns of fields that a file holds as they are, under their own headers. */
function plain<Name extends PlainField & keyof FigureToExport>(...names: readonly Name[]) {
  const columns = names.map((name) => [fieldSpec(name).csv, ({ figure }: Parts): TableCell => figure[name]] as const);
  return Object.fromEntries(columns);
}

type Columns = Readonly<Record<string, (parts: Parts) => TableCell>>;

/** The columns that files of every release begin with. Null is an empty cell: not stated, or for a bound: none that the wording gives. */
const FIRST_COLUMNS: Columns = {
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
  ...plain(...PUBLIC_FIELDS.filter((name) => name !== "flags")),
  version: ({ figure }) => figure.version,
};

/** The columns of a file of figures, in order: what comes later stands at the end. */
const COLUMNS: Columns = {
  ...FIRST_COLUMNS,
  digits: ({ figure }) => asText(figure.digits),
  digits_high: ({ figure }) => asText(figure.digitsHigh),
  // To the second: the datetime of Frictionless tables has no fraction.
  recorded_at: ({ figure }) => `${figure.recordedAt.slice(0, 19)}Z`,
  figure_url: ({ figure, context }) => `${context.site}${paths.figure(figure.id)}`,
  ...plain("flags"),
};
const DISAGREEMENT: Columns = {
  disagreement: ({ figure, context }) => context.disagreementOf?.get(figure.id) ?? null,
};

/** Names of the columns, in order. */
export const FIGURE_COLUMNS = Object.keys(COLUMNS);

/** Whether a header is that of a file of figures, of this release or an earlier one. */
export function isFiguresHeader(headers: readonly string[]): boolean {
  return Object.keys(FIRST_COLUMNS).every((name, at) => headers[at] === name);
}

/** How the figures of a file become rows: the names of its columns, and the cells of one figure below them. */
export interface FigureTable {
  readonly columns: readonly string[];
  /** The wording always travels with the value. Throws for a figure without a citation: no number leaves without its source. */
  readonly cells: (figure: FigureToExport) => readonly TableCell[];
}

/** The table of a file. */
export function figureTable(context: FileContext): FigureTable {
  const columns = context.disagreementOf === null ? COLUMNS : { ...COLUMNS, ...DISAGREEMENT };
  const cells = Object.values(columns);
  return {
    columns: Object.keys(columns),
    cells: (figure) => {
      const [origin, ...further] = figure.citations;
      if (!origin) throw new Error(`Figure ${figure.id} has no citation, so it cannot be exported`);
      const parts = { figure, origin, further, bound: bounds(figure), context };
      return cells.map((cell) => cell(parts));
    },
  };
}
