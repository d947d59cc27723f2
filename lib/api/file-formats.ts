import type { FileAbout } from "@/lib/exports/about-file";
import type { FigureTable, FigureToExport } from "@/lib/exports/figure-row";
import { figuresCsv } from "@/lib/exports/figures-csv";
import { figuresJson } from "@/lib/exports/figures-json";
import { packageParts } from "@/lib/exports/figures-package";
import { figuresParquet } from "@/lib/exports/figures-parquet";
import { workbookParts } from "@/lib/exports/figures-xlsx";
import { zipped } from "@/lib/http/zip";
import type { FileFormat } from "@/lib/paths";

/** Figures that become a file, and what it says of itself. */
export interface FileToWrite {
  readonly sets: AsyncGenerator<readonly FigureToExport[]>;
  readonly table: FigureTable;
  readonly about: FileAbout;
  /** Of the file, without its ending. */
  readonly name: string;
}

/** How figures are written into a file of an ending, and what kind of file that is. */
export const FILE_FORMATS = {
  csv: {
    type: "text/csv",
    write: ({ sets, table }: FileToWrite) => figuresCsv(sets, table),
  },
  json: {
    type: "application/json",
    write: ({ sets, table, about }: FileToWrite) => figuresJson(sets, table, about),
  },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: ({ sets, table, about }: FileToWrite) => zipped(workbookParts(sets, table, about), dayOf(about)),
  },
  parquet: {
    type: "application/vnd.apache.parquet",
    write: ({ sets, table, about }: FileToWrite) => figuresParquet(sets, table, about),
  },
  zip: {
    type: "application/zip",
    write: ({ sets, table, about, name }: FileToWrite) =>
      zipped(packageParts(sets, table, { name: name.toLowerCase(), about }), dayOf(about)),
  },
} as const satisfies Readonly<Record<FileFormat, object>>;

const dayOf = ({ retrieved }: FileAbout) => new Date(`${retrieved}T00:00:00`);

/** The mark by which Excel knows UTF-8. */
const MARK = "\ufeff";

/** The same text, marked for Excel. */
export async function* marked(parts: AsyncGenerator<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  yield MARK;
  yield* parts;
}
