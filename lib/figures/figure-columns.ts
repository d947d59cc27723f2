import { spanEnds, spanText } from "@/lib/dates/date-text";
import {
  type FIGURE_FIELDS,
  type FieldSpec,
  type FigureSaid,
  fieldSpec,
  type NumberField,
  type PlainField,
  SAID_FIELDS,
} from "@/lib/figures/figure-fields";

type Specs = typeof FIGURE_FIELDS;
type Ends = Specs["period"]["start" | "end"]["column"];

/** Columns of the table of figures that hold what is said, but for what a figure refers to. */
export type SaidColumns = { readonly [Name in NumberField]: number | Extract<FigureSaid[Name], null> } & {
  readonly [Name in NumberField as Specs[Name]["digits"]]: FigureSaid[Name];
} & { readonly [Column in Ends]: string | null } & Pick<FigureSaid, PlainField>;

/** Name of a column that holds what is said. */
export type SaidColumn = keyof SaidColumns;

/** The same columns as the database gives them: its qualifier is any text. */
export type ReadColumns = Omit<SaidColumns, "qualifier"> & { readonly qualifier: string | null };

/** Names of the columns that hold what is said, in the order of the fields. */
export const SAID_COLUMNS = SAID_FIELDS.flatMap((name) => namesOf(name, fieldSpec(name))) as readonly SaidColumn[];

function namesOf(name: string, field: FieldSpec): readonly string[] {
  if (field.kind === "span") return [field.start.column, field.end.column];
  return field.kind === "number" ? [name, field.digits] : [name];
}

type Cells = Readonly<Record<string, string | number | null>>;

/** What a row of the table says of a figure, in the order of the fields. */
export function saidIn(row: ReadColumns): FigureSaid {
  const said: Record<string, string | number | null> = {};
  for (const name of SAID_FIELDS) said[name] = valueIn(row, name, fieldSpec(name));
  return said as FigureSaid;
}

function valueIn(row: Cells, name: string, field: FieldSpec): string | number | null {
  if (field.kind === "number") return row[field.digits] ?? null;
  if (field.kind === "span") return spanText(textOf(row[field.start.column]), textOf(row[field.end.column])) || null;
  const value = row[name] ?? null;
  // A column of any text may hold what is no choice.
  return field.kind === "choice" && !field.of.includes(String(value)) ? null : value;
}

function textOf(cell: string | number | null | undefined): string | null {
  return typeof cell === "string" ? cell : null;
}

/** What is said of a figure as columns of its table. */
export function toColumns(said: FigureSaid): SaidColumns {
  const columns: Record<string, string | number | null> = {};
  for (const name of SAID_FIELDS) {
    const field = fieldSpec(name);
    // A version that was remembered before a field was added says nothing of it.
    const value = said[name] ?? null;
    if (field.kind === "span") {
      const { start, end } = spanEnds(value ?? "");
      columns[field.start.column] = start;
      columns[field.end.column] = end;
    } else if (field.kind === "number") {
      columns[name] = value === null ? null : Number(value);
      columns[field.digits] = value;
    } else columns[name] = value;
  }
  return columns as SaidColumns;
}
