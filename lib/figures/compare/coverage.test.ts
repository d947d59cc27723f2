import { describe, expect, test } from "vitest";
import { daysCovered } from "@/lib/dates/edtf";
import { byYear, countCoverage, coverageOf } from "@/lib/figures/compare/coverage";
import { sampleFigure } from "@/tests/setup/data/sample-figure";

describe("coverage", () => {
  test.each([
    [0, 0, 0, "none"],
    [1, 0, 0, "one"],
    [1, 3, 0, "one"],
    [2, 0, 0, "several"],
    [45, 9, 0, "several"],
    [2, 0, 1, "differ"],
    [45, 9, 3, "differ"],
    [0, 1, 0, "target"],
    [0, 4, 0, "target"],
  ] as const)("%d outcomes and %d targets, differing in %d cases: %s", (outcomes, targets, differing, expected) => {
    expect(coverageOf({ outcomes, targets, differing })).toBe(expected);
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

  test("targets are counted apart, and what differs once for each case", () => {
    const claims = (kind: "differ" | "agree") => ({ kind, figures: 2, counted: null });
    const of = (year: string, kind: "differ" | "agree", outlook: "outcome" | "target" = "outcome") =>
      sampleFigure({
        id: `${year} ${kind} ${outlook}`,
        periodStart: year,
        periodEnd: year,
        outlook,
        claims: claims(kind),
      });
    expect(countCoverage([sampleFigure(), sampleFigure({ outlook: "target" }), sampleFigure()])).toEqual({
      ...{ outcomes: 2, targets: 1, differing: 0 },
    });
    const differing = of("2019", "differ");
    expect(
      countCoverage([differing, { ...differing, id: "another" }, of("2020", "differ"), of("2021", "agree")]),
    ).toEqual({ outcomes: 4, targets: 0, differing: 2 });
    // Targets that differ are no outcomes that do.
    expect(countCoverage([of("2019", "differ", "target")])).toEqual({ outcomes: 0, targets: 1, differing: 0 });
  });
});
