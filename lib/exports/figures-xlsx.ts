import { aboutLines, type FileAbout } from "@/lib/exports/about-file";
import { CitedSources } from "@/lib/exports/cited-sources";
import { columnNote, SOURCE_COLUMNS } from "@/lib/exports/column-notes";
import type { TableCell } from "@/lib/exports/csv-table";
import type { FigureSets, FigureTable, FigureToExport } from "@/lib/exports/figure-row";
import type { FilePart } from "@/lib/exports/figures-package";
import { sheetXml, workbookFrame } from "@/lib/exports/workbook-xml";

type Row = readonly TableCell[];

/** Rows of a sheet below its header: Excel has 1,048,576 in all. */
const MOST_ROWS = 1_048_575;

/**
 * Figures as the parts of an Excel workbook: sheets of figures (more than one where they are more than a sheet holds), of their sources,
 * and one that explains. Numbers are numbers; the digits that were written stand beside. Each part has to be read to its end before the
 * next is asked for.
 */
export async function* workbookParts(
  sets: FigureSets,
  table: FigureTable,
  about: FileAbout,
  most = MOST_ROWS,
): AsyncGenerator<FilePart> {
  const cited = new CitedSources();
  const rows = new RowSets(cited.watch(sets), table);
  const names: string[] = [];
  const sheet = (name: string, content: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>): FilePart => {
    names.push(name);
    return { name: `xl/worksheets/sheet${names.length}.xml`, content: sheetXml(content) };
  };
  try {
    do {
      yield sheet(names.length === 0 ? "Data" : `Data ${names.length + 1}`, rows.take(table.columns, most));
    } while (await rows.hasMore());
    yield sheet("Sources", [[SOURCE_COLUMNS.map(({ name }) => name)], cited.rows()]);
    yield sheet("About", [aboutRows(about, table, { count: cited.count, sheets: names.length - 1 })]);
    yield* workbookFrame(names);
  } finally {
    await rows.close();
  }
}

function aboutRows(
  about: FileAbout,
  { columns }: FigureTable,
  { count, sheets }: { readonly count: number; readonly sheets: number },
): readonly Row[] {
  return [
    ["About", ""],
    ...aboutLines(about, count),
    ["Sheets of figures", `${sheets}: a sheet holds at most ${MOST_ROWS} of them.`],
    ["Columns", ""],
    ...columns.map((column) => [column, columnNote(column).note]),
  ];
}

/** Rows that come in sets, given out to one sheet after the other. */
class RowSets {
  readonly #sets: AsyncGenerator<readonly FigureToExport[]>;
  readonly #cells: FigureTable["cells"];
  #left: readonly Row[] = [];

  constructor(sets: AsyncGenerator<readonly FigureToExport[]>, { cells }: FigureTable) {
    this.#sets = sets;
    this.#cells = cells;
  }

  /** The header and the next rows, at most so many. */
  async *take(header: Row, most: number): AsyncGenerator<readonly Row[]> {
    yield [header];
    for (let free = most; free > 0 && (await this.hasMore()); ) {
      const rows = this.#left.slice(0, free);
      this.#left = this.#left.slice(free);
      free -= rows.length;
      yield rows;
    }
  }

  async hasMore(): Promise<boolean> {
    while (this.#left.length === 0) {
      const { done, value } = await this.#sets.next();
      if (done) return false;
      this.#left = value.map(this.#cells);
    }
    return true;
  }

  async close(): Promise<void> {
    await this.#sets.return(undefined);
  }
}
