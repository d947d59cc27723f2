import { parquetReadObjects } from "hyparquet";
import { ByteWriter } from "hyparquet-writer";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { FileAbout } from "@/lib/exports/about-file";
import { columnNote } from "@/lib/exports/column-notes";
import { FIGURE_COLUMNS, figureTable } from "@/lib/exports/figure-row";
import { figuresJson } from "@/lib/exports/figures-json";
import { type FilePart, packageParts } from "@/lib/exports/figures-package";
import { figuresParquet } from "@/lib/exports/figures-parquet";
import { workbookParts } from "@/lib/exports/figures-xlsx";
import type { Figure } from "@/lib/figures/figure";
import { sampleCitation, sampleFigure } from "@/tests/setup/data/sample-figure";

const ABOUT: FileAbout = {
  title: "Masts",
  page: "https://figures.example/metrics/masts",
  retrieved: "2026-11-30",
  asOf: null,
  of: null,
};
const TABLE = figureTable({ site: "https://figures.example", disagreementOf: null });

async function* setsOf(...sets: readonly (readonly Figure[])[]) {
  yield* sets;
}

/** Parts of an archive by name, each read before the next is asked for. */
async function textsOf(parts: AsyncIterable<FilePart>): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for await (const { name, content } of parts) {
    let text = "";
    for await (const piece of content) text += piece;
    texts[name] = text;
  }
  return texts;
}

/** Two figures: one whose number loses digits as a number, from two sources; one whose texts a spreadsheet could run. */
const FIGURES = [
  sampleFigure({
    id: "a",
    wording: "more_than",
    value: -4,
    digits: "-4.00",
    citations: [sampleCitation(), sampleCitation({ source: { ...sampleCitation().source, slug: "other" } })],
  }),
  sampleFigure({ id: "b", wording: "about", note: "=SUM(A1) & <b> _x000D_", speaker: "@someone\r\nelse" }),
];

test("every column has a note, and a number is told from its digits", () => {
  for (const name of FIGURE_COLUMNS) expect(columnNote(name).note).toMatch(/\.$/);
  expect(columnNote("value").type).toBe("number");
  expect(columnNote("digits").type).toBe("string");
});

test("a claim of a disagreement says which", async () => {
  const table = figureTable({ site: "", disagreementOf: new Map([["a", 7]]) });
  expect(table.columns.at(-1)).toBe("disagreement");
  expect(FIGURES.map((figure) => table.cells(figure).at(-1))).toEqual([7, null]);
});

test("JSON of a page says what it is, and of how many", async () => {
  let text = "";
  for await (const part of figuresJson(setsOf(FIGURES), TABLE, { ...ABOUT, of: 9 })) text += part;
  const json = JSON.parse(text) as { about: object; figures: { digits: string; value: number }[]; count: number };
  expect(json.about).toMatchObject({ title: "Masts", page: ABOUT.page, as_known_on: "2026-11-30", in_all: 9 });
  expect([json.count, json.figures.length]).toEqual([2, 2]);
  expect(json.figures[0]).toMatchObject({ digits: "-4.00", value: -4, wording: "more_than" });
});

describe("a Data Package", () => {
  test("holds figures, their sources, what the columns are, and a text to read first", async () => {
    const texts = await textsOf(
      packageParts(setsOf(FIGURES), TABLE, { name: "footnote-masts", about: { ...ABOUT, of: 9 } }),
    );
    expect(Object.keys(texts)).toEqual(["figures.csv", "sources.csv", "datapackage.json", "README.md"]);
    const rows = (name: string) =>
      Papa.parse<Record<string, string>>((texts[name] ?? "").trimEnd(), { header: true }).data;
    expect(rows("figures.csv").map(({ figure, wording, value }) => [figure, wording, value])).toEqual([
      ["a", "more_than", "-4.00"],
      ["b", "about", "100"],
    ]);
    expect(rows("sources.csv").map(({ source, figures }) => [source, figures])).toEqual([
      ["example", "2"],
      ["other", "1"],
    ]);
    const described = JSON.parse(texts["datapackage.json"] ?? "");
    expect(described).toMatchObject({
      profile: "tabular-data-package",
      name: "footnote-masts",
      title: "Footnote: Masts",
    });
    expect(described.licenses).toBeUndefined();
    expect(described.sources).toHaveLength(2);
    const [figures, sources] = described.resources;
    expect(figures.schema.fields.map(({ name }: { name: string }) => name)).toEqual(
      Object.keys(rows("figures.csv")[0] ?? {}),
    );
    expect(sources.schema.fields.map(({ name }: { name: string }) => name)).toEqual(
      Object.keys(rows("sources.csv")[0] ?? {}),
    );
    expect(texts["README.md"]).toContain("**Figures**: 2 of 9");
    expect(texts["README.md"]).toContain("`wording`: How the source words the number");
  });

  test("every cell is of the type that its column is said to have", async () => {
    const texts = await textsOf(packageParts(setsOf(FIGURES), TABLE, { name: "x", about: ABOUT }));
    const { resources } = JSON.parse(texts["datapackage.json"] ?? "") as {
      resources: { path: string; schema: { fields: { name: string; type: string }[] } }[];
    };
    const shapes: Readonly<Record<string, RegExp>> = {
      string: /^/,
      number: /^-?\d+(?:\.\d+)?$/,
      integer: /^\d+$/,
      boolean: /^(?:true|false)$/,
      datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
    };
    let checked = 0;
    for (const { path, schema } of resources) {
      for (const row of Papa.parse<Record<string, string>>((texts[path] ?? "").trimEnd(), { header: true }).data) {
        for (const { name, type } of schema.fields) {
          if (row[name] === "") continue;
          expect(row[name]).toMatch(shapes[type] ?? /^$/);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(30);
  });

  test("a file without figures is one, too", async () => {
    const texts = await textsOf(packageParts(setsOf(), TABLE, { name: "x", about: ABOUT }));
    expect(texts["README.md"]).toContain("**Figures**: 0, all there are");
    expect(JSON.parse(texts["datapackage.json"] ?? "").sources).toHaveLength(1);
  });
});

describe("a workbook", () => {
  test("numbers are numbers, digits are text, and no text can run", async () => {
    const texts = await textsOf(workbookParts(setsOf(FIGURES), TABLE, ABOUT));
    const data = texts["xl/worksheets/sheet1.xml"] ?? "";
    expect(data).toContain("<v>-4.00</v>");
    expect(data).toContain(`<is><t xml:space="preserve">-4.00</t></is>`);
    expect(data).toContain(">&#39;=SUM(A1)");
    expect(data).toContain("&amp; &lt;b&gt; _x005F_x000D_");
    expect(data).toContain("&#39;@someone_x000D_\nelse");
    expect(texts["xl/workbook.xml"]?.match(/ name="[^"]+"/g)).toEqual([
      ` name="Data"`,
      ` name="Sources"`,
      ` name="About"`,
    ]);
    expect(texts["xl/worksheets/sheet3.xml"]).toContain("2, all there are");
  });

  test("more figures than a sheet holds go on in another, and About says so", async () => {
    const many = ["a", "b", "c", "d", "e"].map((id) => sampleFigure({ id }));
    const texts = await textsOf(workbookParts(setsOf(many.slice(0, 3), [], many.slice(3)), TABLE, ABOUT, 2));
    const idsIn = (sheet: number) =>
      [
        ...(texts[`xl/worksheets/sheet${sheet}.xml`] ?? "").matchAll(
          /r="A\d+" t="inlineStr"(?: s="1")?><is><t[^>]*>(\w+)</g,
        ),
      ].map(([, id]) => id);
    expect([idsIn(1), idsIn(2), idsIn(3)]).toEqual([
      ["figure", "a", "b"],
      ["figure", "c", "d"],
      ["figure", "e"],
    ]);
    expect(texts["xl/workbook.xml"]).toContain(` name="Data 3"`);
    expect(texts["xl/worksheets/sheet5.xml"]).toContain("3: a sheet holds at most");
    expect(Object.keys(await textsOf(workbookParts(setsOf(many.slice(0, 2)), TABLE, ABOUT, 2)))).not.toContain(
      "xl/worksheets/sheet4.xml",
    );
  });

  test("who stops reading ends what is read", async () => {
    let isEnded = false;
    async function* sets() {
      try {
        for (;;) yield [sampleFigure()];
      } finally {
        isEnded = true;
      }
    }
    const parts = workbookParts(sets(), TABLE, ABOUT);
    const { value } = await parts.next();
    let pieces = 0;
    for await (const _ of (value as FilePart).content) {
      pieces += 1;
      if (pieces === 4) break;
    }
    expect(isEnded).toBe(false);
    await parts.return(undefined);
    expect(isEnded).toBe(true);
  });
});

test("Parquet: typed, in groups, with the digits beside", async () => {
  const many = Array.from({ length: 5003 }, (_, at) => sampleFigure({ id: String(at), value: at }));
  const writer = new ByteWriter();
  const sets = setsOf(FIGURES, many.slice(0, 3000), many.slice(3000));
  for await (const bytes of figuresParquet(sets, TABLE, ABOUT)) writer.appendBytes(bytes);
  const rows = await parquetReadObjects({ file: writer.getBuffer() });
  expect(rows).toHaveLength(5005);
  expect(rows[0]).toMatchObject({
    figure: "a",
    wording: "more_than",
    value: -4,
    digits: "-4.00",
    upper_bound: null,
    lower_bound_included: false,
    version: 1,
    recorded_at: new Date("2020-06-01T00:00:00.000Z"),
    further_sources: "other",
  });
  expect(rows[1]).toMatchObject({ lower_bound: null, note: "=SUM(A1) & <b> _x000D_" });
  expect(rows.at(-1)).toMatchObject({ figure: "5002", value: 5002 });
});
