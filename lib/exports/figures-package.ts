import { aboutLines, type FileAbout, RIGHTS } from "@/lib/exports/about-file";
import { CitedSources } from "@/lib/exports/cited-sources";
import { columnNote, SOURCE_COLUMNS } from "@/lib/exports/column-notes";
import { csvRows } from "@/lib/exports/csv-table";
import type { FigureSets, FigureTable } from "@/lib/exports/figure-row";
import { figuresCsv } from "@/lib/exports/figures-csv";

/** A file within an archive, read part by part when its turn comes. */
export interface FilePart {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

/**
 * Figures as a Data Package (Frictionless Data, profile tabular-data-package): the figures and their sources as CSV, what their columns
 * are, and a text to read first. Each part has to be read to its end before the next is asked for.
 */
export async function* packageParts(
  sets: FigureSets,
  table: FigureTable,
  { name, about }: { readonly name: string; readonly about: FileAbout },
): AsyncGenerator<FilePart> {
  const cited = new CitedSources();
  yield { name: "figures.csv", content: figuresCsv(cited.watch(sets), table) };
  const sources = cited.rows();
  yield { name: "sources.csv", content: [csvRows([SOURCE_COLUMNS.map((column) => column.name), ...sources])] };
  const described = packageOf(name, about, { table, cited, sources });
  yield { name: "datapackage.json", content: [`${JSON.stringify(described, null, 2)}\n`] };
  yield { name: "README.md", content: [readme(about, table, cited.count)] };
}

const DIALECT = { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true };

function packageOf(
  name: string,
  about: FileAbout,
  { table, cited, sources }: Pick<Described, "table" | "cited" | "sources">,
) {
  const resource = (of: string, fields: readonly Field[], schema: object) => ({
    ...{ name: of, path: `${of}.csv`, profile: "tabular-data-resource", format: "csv", mediatype: "text/csv" },
    ...{ encoding: "utf-8", dialect: DIALECT, schema: { fields, missingValues: [""], ...schema } },
  });
  return {
    profile: "tabular-data-package",
    name,
    title: `Footnote: ${about.title}`,
    description: `${aboutLines(about, cited.count)
      .slice(0, 5)
      .map(([label, text]) => `${label}: ${text}`)
      .join(". ")}. ${RIGHTS}`,
    homepage: about.page,
    created: `${about.retrieved}T00:00:00Z`,
    // One at least is wanted; the site itself stands for a file without figures.
    sources: sources.length === 0 ? [{ title: "Footnote", path: about.page }] : sources.map(sourceOf),
    resources: [
      resource(
        "figures",
        table.columns.map((column) => ({ name: column, ...fieldOf(columnNote(column)) })),
        {
          primaryKey: "figure",
          foreignKeys: [{ fields: "source", reference: { resource: "sources", fields: "source" } }],
        },
      ),
      resource(
        "sources",
        SOURCE_COLUMNS.map((column) => ({ name: column.name, ...fieldOf(column) })),
        { primaryKey: "source" },
      ),
    ],
  };
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

interface Described {
  readonly table: FigureTable;
  readonly cited: CitedSources;
  readonly sources: ReturnType<CitedSources["rows"]>;
}

const fieldOf = ({ type, note }: { readonly type: string; readonly note: string }) => ({ type, description: note });

const sourceOf = ([, title, publisher, , url]: Described["sources"][number]) => ({
  title: [title, publisher].filter((part) => part !== null && part !== "").join(", "),
  path: String(url),
});

function readme(about: FileAbout, { columns }: FigureTable, count: number): string {
  const lines = aboutLines(about, count).map(([label, text]) =>
    label === "" ? `- ${text}` : `- **${label}**: ${text}`,
  );
  const described = columns.map((column) => `- \`${column}\`: ${columnNote(column).note}`);
  const files = [
    "- `figures.csv`: one figure in each row.",
    "- `sources.csv`: the sources that they are cited from.",
    "- `datapackage.json`: the same for programs (https://datapackage.org).",
  ];
  return [
    `# ${about.title}`,
    ...lines,
    "",
    "## Files",
    ...files,
    "",
    "## Columns of figures.csv",
    ...described,
    "",
  ].join("\n");
}
