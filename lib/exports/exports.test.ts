import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { csvRows } from "@/lib/exports/csv-table";
import { FIGURE_COLUMNS, figureTable, isFiguresHeader } from "@/lib/exports/figure-row";
import { FIGURE_HEADERS } from "@/lib/exports/figure-table";
import { figuresCsv } from "@/lib/exports/figures-csv";
import { figuresJson } from "@/lib/exports/figures-json";
import { guardedCell, plainCell } from "@/lib/exports/formula-cells";
import type { Figure } from "@/lib/figures/figure";
import { FIGURE_NAMES } from "@/lib/figures/figure-fields";
import { sampleCitation, sampleFigure } from "@/tests/setup/data/sample-figure";

const TABLE = figureTable({ site: "https://figures.example", disagreementOf: null });

/** A whole file of figures that come in several sets. */
async function written(format: typeof figuresCsv, ...sets: readonly (readonly Figure[])[]): Promise<string> {
  async function* given() {
    yield* sets;
  }
  let text = "";
  for await (const part of format(given(), TABLE)) text += part;
  return text;
}

function parse(csv: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(csv.trimEnd(), { header: true }).data;
}

describe("downloads", () => {
  test("no number leaves without its wording, bounds and source", async () => {
    const [row] = parse(await written(figuresCsv, [sampleFigure({ wording: "more_than", value: -9500 })]));
    expect(row).toMatchObject({
      wording: "more_than",
      value: "-9500",
      lower_bound: "-9500",
      lower_bound_included: "false",
      upper_bound: "",
      source: "example",
      phrase: "some 2,000 things",
      source_url: "https://example.org/a",
      digits: "-9500",
      recorded_at: "2020-06-01T00:00:00Z",
      figure_url: "https://figures.example/figures/example",
    });
    await expect(written(figuresCsv, [sampleFigure({ citations: [] })])).rejects.toThrow(/has no citation/);
  });

  test("no text cell can run as a formula, and the text is otherwise unchanged (T29)", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("=", "+", "-", "@", "\t", "＝", "'", "'=", "''-", ""),
        fc.string(),
        async (start, rest) => {
          const note = `${start}${rest}`.replaceAll("\r", " ").replaceAll("\n", " ");
          const cell = parse(await written(figuresCsv, [sampleFigure({ note: `${note}.` })]))[0]?.note ?? "";
          expect(cell).not.toMatch(/^[=+\-@\t＝＋－＠]/u);
          expect(plainCell(cell)).toBe(`${note}.`);
        },
      ),
    );
  });

  test("CSV is what papaparse writes, and reads back", () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('"', ",", "\r", "\n", " x", "x ", "\ufeff", "a,b", 'say "x"'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const guarded = rows.map((row) => row.map(guardedCell));
        expect(csvRows(rows)).toBe(`${Papa.unparse(guarded, { newline: "\r\n" })}\r\n`);
      }),
    );
  });

  test("JSON has the same rows as the CSV", async () => {
    const figures = [
      sampleFigure(),
      sampleFigure({ id: "b", wording: "between", value: 70, valueHigh: 80, citations: [sampleCitation()] }),
    ];
    const json = JSON.parse(await written(figuresJson, figures)) as { figures: Record<string, unknown>[] };
    const csv = parse(await written(figuresCsv, figures));
    expect(json.figures.map((row) => Object.values(row).map((cell) => (cell === null ? "" : String(cell))))).toEqual(
      csv.map((row) => Object.values(row)),
    );
  });

  test.each([
    ["4.0", 4],
    ["0.10", 0.1],
    ["0.0000001", 1e-7],
    ["1230000000000000000000", 1.23e21],
    ["-0.50", -0.5],
    ["123456789012345", 123456789012345],
  ])("%s leaves with its digits, in CSV and in JSON, in the value and in its bounds", async (digits, value) => {
    const quantity = {
      wording: "between",
      value,
      digits,
      valueHigh: 9e21,
      digitsHigh: "9000000000000000000000",
    } as const;
    const alternative = { value, digits, unit: "USD" };
    const figure = sampleFigure({ ...quantity, alternative });
    const cells = {
      value: digits,
      value_high: quantity.digitsHigh,
      lower_bound: digits,
      upper_bound: quantity.digitsHigh,
      alternative_value: digits,
    };
    expect(parse(await written(figuresCsv, [figure]))[0]).toMatchObject(cells);
    const json = await written(figuresJson, [figure]);
    for (const [name, text] of Object.entries(cells)) expect(json).toContain(`"${name}": ${text},`);
    expect(JSON.parse(json).figures[0].value).toBe(value);
  });

  test("sets follow one another as one file; without figures it is whole as well", async () => {
    const [a, b, c] = ["a", "b", "c"].map((id) => sampleFigure({ id }));
    const sets = a && b && c ? [[a, b], [], [c]] : [];
    expect(parse(await written(figuresCsv, ...sets)).map(({ figure }) => figure)).toEqual(["a", "b", "c"]);
    const json = JSON.parse(await written(figuresJson, ...sets)) as { figures: { figure: string }[] };
    expect(json.figures.map(({ figure }) => figure)).toEqual(["a", "b", "c"]);
    expect(JSON.parse(await written(figuresJson))).toEqual({ figures: [] });
    expect((await written(figuresCsv)).split("\r\n")).toHaveLength(2);
  });
});

test("the headers of files stand in an order that programs know", () => {
  expect(FIGURE_COLUMNS.join(",")).toBe(
    "figure,metric,metric_name,unit,region,region_name,organisation,wording,qualifier,value,value_high," +
      "lower_bound,lower_bound_included,upper_bound,upper_bound_included,outlook,period_start,period_end,as_of," +
      "speaker,speaker_kind,phrase,locator,source,source_title,publisher,published,source_url,further_sources," +
      "alternative_value,alternative_unit,release,basis,looked_again,note,preferred_reason,version," +
      "digits,digits_high,recorded_at,figure_url,flags",
  );
  // A file of an earlier release is known for what it is.
  expect(isFiguresHeader(FIGURE_COLUMNS.slice(0, 37))).toBe(true);
  expect(isFiguresHeader(FIGURE_COLUMNS.slice(0, 36))).toBe(false);
  expect(FIGURE_HEADERS.join(",")).toBe(
    "metric,region,organisation,wording,qualifier,value,value_high,alternative,alternative_unit,period_start," +
      "period_end,as_of,speaker,speaker_kind,outlook,release,basis,flags,looked_again,note,preferred_reason",
  );
  expect(FIGURE_NAMES.join(",")).toBe(
    "metric,region,organisation,wording,value,valueHigh,qualifier,alternative,alternativeUnit,period,asOf,speaker," +
      "speakerKind,outlook,release,basis,flags,lookedAgain,note,preferredReason",
  );
});
