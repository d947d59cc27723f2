import { ByteWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { aboutObject, type FileAbout } from "@/lib/exports/about-file";
import { type ColumnType, columnNote } from "@/lib/exports/column-notes";
import type { TableCell } from "@/lib/exports/csv-table";
import type { FigureSets, FigureTable } from "@/lib/exports/figure-row";

/** Rows that are written together: the memory of the site takes one such group at a time, and others wait for one. */
const GROUP = 2000;

const PHYSICAL: Readonly<Record<ColumnType, Pick<SchemaElement, "type" | "converted_type">>> = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  number: { type: "DOUBLE" },
  integer: { type: "INT32" },
  boolean: { type: "BOOLEAN" },
  datetime: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
};

/** Figures as Apache Parquet, typed, group after group; the digits that were written are text beside the numbers. */
export async function* figuresParquet(
  sets: FigureSets,
  { columns, cells }: FigureTable,
  about: FileAbout,
): AsyncGenerator<Uint8Array> {
  const types = columns.map((name) => columnNote(name).type);
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: [
      { name: "figures", num_children: columns.length },
      ...columns.map((name, at) => ({
        name,
        repetition_type: "OPTIONAL" as const,
        ...PHYSICAL[types[at] ?? "string"],
      })),
    ],
    kvMetadata: [{ key: "about", value: JSON.stringify(aboutObject(about)) }],
    createdBy: "Footnote",
  });
  let group: (readonly TableCell[])[] = [];
  const write = () => {
    const columnData = columns.map((name, at) => ({
      name,
      // Where pages begin: kept until the end of the file for every group, for readers that skip within so few rows.
      offsetIndex: false,
      data: group.map((row) => typed(row[at] ?? null, types[at] ?? "string")),
    }));
    group = [];
    parquet.write({ columnData, rowGroupSize: GROUP });
    return taken(writer);
  };
  for await (const figures of sets) {
    group.push(...figures.map(cells));
    if (group.length >= GROUP) yield write();
  }
  if (group.length > 0) yield write();
  parquet.finish();
  yield taken(writer);
}

/** What was written since; the writer goes on counting. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

/** A cell as a column of a type has it. */
function typed(cell: TableCell, type: ColumnType): string | number | boolean | Date | null {
  if (cell === null) return null;
  const plain = typeof cell === "object" ? cell.digits : cell;
  if (type === "number" || type === "integer") return Number(plain);
  if (type === "datetime") return new Date(String(plain));
  return type === "boolean" ? Boolean(plain) : String(plain);
}
