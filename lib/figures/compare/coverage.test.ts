import { describe, expect, test } from "vitest";
import { daysCovered } from "@/lib/dates/edtf";
import { byYear, countOutlooks, coverageOf } from "@/lib/figures/compare/coverage";
import { sampleFigure } from "@/tests/setup/data/sample-figure";

describe("coverage", () => {
  test.each([
    [0, 0, "none"],
    [1, 0, "one"],
    [1, 3, "one"],
    [2, 0, "several"],
    [45, 9, "several"],
    [0, 1, "target"],
    [0, 4, "target"],
  ] as const)("%d outcomes and %d targets: %s", (outcomes, targets, expected) => {
    expect(coverageOf({ outcomes, targets })).toBe(expected);
  });

  test("a figure stands in the year in which its time ends; without a time in none", () => {
    const of = (id: string, from: string | null, to: string | null) =>
      sampleFigure({ id, periodStart: from, periodEnd: to, ...daysCovered(from, to, null) });
    const years = byYear([
      of("a", "2014", "2019"),
      of("b", "2019-03", "2019-03"),
      of("c", "2020", "2020"),
      of("d", null, null),
    ]);
    expect([...years].map(([year, figures]) => [year, figures.map(({ id }) => id)])).toEqual([
      [2019, ["a", "b"]],
      [2020, ["c"]],
    ]);
  });

  test("targets are counted apart", () => {
    expect(countOutlooks([sampleFigure(), sampleFigure({ outlook: "target" }), sampleFigure()])).toEqual({
      outcomes: 2,
      targets: 1,
    });
  });
});
