import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { figuresCsv } from "@/lib/exports/figures-csv";
import { figuresJson } from "@/lib/exports/figures-json";
import { plainCell } from "@/lib/exports/formula-cells";
import { sampleCitation, sampleFigure } from "@/tests/setup/sample-figure";

function parse(csv: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(csv.trimEnd(), { header: true }).data;
}

describe("downloads", () => {
  test("no number leaves without its wording, bounds and source", () => {
    const [row] = parse(figuresCsv([sampleFigure({ wording: "more_than", value: -9500 })]));
    expect(row).toMatchObject({
      wording: "more_than",
      value: "-9500",
      lower_bound: "-9500",
      lower_bound_included: "false",
      upper_bound: "",
      source: "example",
      phrase: "some 2,000 things",
      source_url: "https://example.org/a",
    });
    expect(() => figuresCsv([sampleFigure({ citations: [] })])).toThrow(/has no citation/);
  });

  test("no text cell can run as a formula, and the text is otherwise unchanged", () => {
    fc.assert(
      fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "＝", "'", "'=", "''-", ""), fc.string(), (start, rest) => {
        const note = `${start}${rest}`.replaceAll("\r", " ").replaceAll("\n", " ");
        const cell = parse(figuresCsv([sampleFigure({ note: `${note}.` })]))[0]?.note ?? "";
        expect(cell).not.toMatch(/^[=+\-@\t＝＋－＠]/u);
        expect(plainCell(cell)).toBe(`${note}.`);
      }),
    );
  });

  test("JSON has the same rows as the CSV", () => {
    const figures = [
      sampleFigure(),
      sampleFigure({ id: "b", wording: "between", value: 70, valueHigh: 80, citations: [sampleCitation()] }),
    ];
    const json = JSON.parse(figuresJson(figures)) as { figures: Record<string, unknown>[] };
    const csv = parse(figuresCsv(figures));
    expect(json.figures.map((row) => Object.values(row).map((cell) => (cell === null ? "" : String(cell))))).toEqual(
      csv.map((row) => Object.values(row)),
    );
  });
});
