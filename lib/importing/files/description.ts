import type { FieldName } from "@/lib/importing/fields";
import type { Encoding } from "@/lib/importing/files/encodings";
import type { FileRow } from "@/lib/importing/files/read-csv";
import type { NumberFormat } from "@/lib/numbers/grouped-digits";

/** What is said of a table beside it, by the file it came in. Columns are spoken of by their names. */
export interface FileDescription {
  /** What is the same for the whole table. */
  readonly constants: Readonly<Partial<Record<FieldName, string>>>;
  /** The unit of the numbers of a column, as written. */
  readonly units: ReadonlyMap<string, string>;
  /** The field that a column holds. */
  readonly fields: ReadonlyMap<string, FieldName>;
  /** Columns of texts, though they look like numbers. */
  readonly texts: ReadonlySet<string>;
  /** What stands for no figure. */
  readonly missing: ReadonlySet<string>;
  /** How the file is written; null where that is not said. */
  readonly delimiter: "," | ";" | "\t" | "|" | null;
  readonly encoding: Encoding | null;
  readonly numberFormat: NumberFormat | null;
}

/** A table with what is said of it. */
export interface DescribedTable {
  readonly description: FileDescription;
  readonly rows: () => Iterable<FileRow>;
}

/** A description that says nothing. */
export const NO_DESCRIPTION: FileDescription = {
  constants: {},
  units: new Map(),
  fields: new Map(),
  texts: new Set(),
  missing: new Set(),
  delimiter: null,
  encoding: null,
  numberFormat: null,
};

/** What a description says of the source, in a sentence; "" where it says nothing. */
export function descriptionSentence({ constants, units }: FileDescription): string {
  const { source_title, source_publisher, source_licence, source_url } = constants;
  const source = [source_title, source_publisher, source_licence, source_url].filter(Boolean).join(", ");
  const said = [
    ...(source === "" ? [] : [`the source is ${source}`]),
    ...[...units].map(([column, unit]) => `“${column}” is in “${unit}”`),
  ];
  return said.length === 0 ? "" : `The file says of itself: ${said.join("; ")}.`;
}
