import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { viewAt, viewsOf } from "@/lib/charts/layout/lay-out";
import type { Wording } from "@/lib/figures/figure";
import { drawBoth, expectAgreement } from "@/tests/setup/data/drawings";
import { sampleFigure } from "@/tests/setup/data/sample-figure";
import { samplePlot } from "@/tests/setup/data/sample-plot";

const WORDINGS: readonly Wording[] = [
  "exactly",
  "about",
  "more_than",
  "at_least",
  "nearly",
  "less_than",
  "up_to",
  "between",
];

const figure = fc
  .record({
    wording: fc.constantFrom(...WORDINGS),
    value: fc.integer({ min: -500, max: 500_000 }),
    year: fc.integer({ min: 2000, max: 2026 }),
    region: fc.constantFrom("CN-GZ", "CN-BJ", "US-CA"),
    outlook: fc.constantFrom("outcome" as const, "target" as const),
  })
  .map(({ wording, value, year, region, outlook }) =>
    sampleFigure({
      id: `${region}-${year}-${value}-${wording}-${outlook}`,
      wording,
      value,
      valueHigh: wording === "between" ? value + 1000 : null,
      outlook,
      periodStart: `${year}`,
      periodEnd: `${year}`,
      region: { code: region, name: region },
    }),
  );
const figures = fc.uniqueArray(figure, { minLength: 1, maxLength: 8, selector: ({ id }) => id });
const width = fc.integer({ min: 256, max: 1200 });

describe("both drawings have the same marks and labels at the same places, whatever the figures", () => {
  test.each([
    ["bar", "linear", "region"],
    ["dot", "linear", "period"],
    ["dot", "log", "region"],
    ["line", "linear", "region"],
  ] as const)("%s, %s", async (kind, scale, rows) => {
    await fc.assert(
      fc.asyncProperty(figures, width, async (some, across) =>
        expectAgreement(samplePlot({ kind, scale, rows }, some), across),
      ),
      { numRuns: 25 },
    );
  });

  test("every wording is drawn by both, and differently from the others", async () => {
    const drawn = new Set<string>();
    for (const wording of WORDINGS) {
      const valueHigh = wording === "between" ? 120 : null;
      const plot = samplePlot({ kind: "bar", scale: "linear", rows: "region" }, [sampleFigure({ wording, valueHigh })]);
      const { still } = await drawBoth(plot, 400);
      const marks = still.filter(({ what }) => what.includes("/figures/")).map(({ what }) => what);
      drawn.add(JSON.stringify(marks));
    }
    // "At least" ends as "more than" does, "less than" and "up to" as "nearly" does.
    expect(drawn.size).toBe(5);
  });

  test("a drawing that differs is found out", async () => {
    const plot = samplePlot({ kind: "bar", scale: "linear", rows: "region" }, [sampleFigure()]);
    const { still, live } = await drawBoth(plot, 400);
    expect(live.length).toBe(still.length);
    expect(still.length).toBeGreaterThan(3);
    expect(viewAt(viewsOf(plot), 400).drawing.marks[0]?.x).toBe(1);
    const bar = still.find(({ what }) => what.includes("chart-bar"));
    const moved = await drawBoth(plot, 380);
    expect(moved.still.find(({ what }) => what.includes("chart-bar"))?.places).not.toEqual(bar?.places);
  });
});
