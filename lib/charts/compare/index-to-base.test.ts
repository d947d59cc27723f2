import { describe, expect, test } from "vitest";
import { indexToBase } from "@/lib/charts/compare/index-to-base";
import { daysCovered } from "@/lib/dates/edtf";
import type { Figure } from "@/lib/figures/figure";
import { sampleFigure } from "@/tests/setup/data/sample-figure";

/** A made-up figure of a year. */
function of(year: string, part: Partial<Figure>): Figure {
  const time = { periodStart: year, periodEnd: year, asOf: null };
  return sampleFigure({ id: `${year}`, ...time, ...daysCovered(year, year, null), ...part });
}

/** "2016: ≥ 133.3" of each, or why there is none. */
function told(figures: readonly Figure[], base = 2015): readonly string[] | string {
  const indexed = indexToBase(figures, base);
  if (indexed.base === null) return indexed.why;
  return indexed.figures.map(({ id, wording, value, valueHigh }) =>
    [id, wording, value, ...(valueHigh === null ? [] : [valueHigh])].join(" "),
  );
}

describe("an index", () => {
  test("divides by the figure of the base year, and keeps each wording", () => {
    const figures = [
      of("2014", { value: 150, wording: "less_than" }),
      of("2015", { value: 300 }),
      of("2016", { value: 400, wording: "at_least" }),
      of("2017", { value: 400, wording: "up_to" }),
      of("2018", { value: 450, valueHigh: 500, wording: "between" }),
      of("2019", { value: 400 }),
      of("2020", { value: 400, wording: "more_than" }),
      of("2021", { value: 400, wording: "nearly" }),
    ];
    expect(told(figures)).toEqual([
      "2014 less_than 50",
      "2015 exactly 100",
      // Bounds are rounded outwards: 133.33… is at least 133.3, and at most 133.4.
      "2016 at_least 133.3",
      "2017 up_to 133.4",
      "2018 between 150 166.7",
      "2019 exactly 133.3",
      "2020 more_than 133.3",
      "2021 nearly 133.4",
    ]);
  });

  test("leaves out what is counted on another basis than its base", () => {
    const figures = [
      of("2015", { value: 200 }),
      of("2016", { value: 250 }),
      of("2017", { value: 900, basis: "with suppliers" }),
    ];
    expect(told(figures)).toEqual(["2015 exactly 100", "2016 exactly 125"]);
    expect(told([...figures, of("2015", { value: 200, basis: "with suppliers" })])).toBe("several");
  });

  test("is “about” throughout where its base is, and bounds have none then", () => {
    const figures = [
      of("2015", { value: 200, wording: "about" }),
      of("2016", { value: 250 }),
      of("2017", { value: 300, wording: "more_than" }),
    ];
    expect(told(figures)).toEqual(["2015 about 100", "2016 about 125"]);
    expect(indexToBase(figures, 2015)).toMatchObject({ leftOut: 1 });
  });

  test.each<[string, readonly Figure[], string]>([
    ["no figure of that year", [of("2016", { value: 4 })], "missing"],
    ["only a target", [of("2015", { value: 4, outlook: "target" })], "missing"],
    ["more than a number", [of("2015", { value: 4, wording: "more_than" })], "bounded"],
    ["a range", [of("2015", { value: 4, valueHigh: 5, wording: "between" })], "bounded"],
    ["a number and a bound", [of("2015", { value: 4 }), of("2015", { value: 3, wording: "at_least" })], "bounded"],
    ["two numbers", [of("2015", { value: 4 }), of("2015", { value: 5 })], "several"],
    ["a year and a month of it", [of("2015", { value: 4 }), of("2015-03", { value: 4, metric: flow() })], "several"],
    ["zero", [of("2015", { value: 0 })], "not_positive"],
    ["less than zero", [of("2015", { value: -4 })], "not_positive"],
    ["a rate", [of("2015", { value: 4, metric: { ...sampleFigure().metric, kind: "rate" } })], "rate"],
  ])("has no base in %s", (_, figures, expected) => expect(told(figures)).toBe(expected));

  test("one number that two sources repeat is a base", () => {
    expect(told([of("2015", { value: 4 }), of("2015", { id: "again", value: 4 }), of("2016", { value: 5 })])).toEqual([
      "2015 exactly 100",
      "again exactly 100",
      "2016 exactly 125",
    ]);
  });

  test("what was counted over another span than the base has none", () => {
    const year = of("2015", { value: 12, metric: flow() });
    const month = of("2016-03", { value: 3, metric: flow() });
    expect(told([year, month, of("2016", { value: 15, metric: flow() })])).toEqual([
      "2015 exactly 100",
      "2016 exactly 125",
    ]);
  });

  test("a figure keeps what it was taken from", () => {
    const indexed = indexToBase([of("2015", { value: 4 })], 2015);
    expect(indexed.base !== null && indexed.figures[0]).toMatchObject({
      id: "2015",
      digits: "100.0",
      citations: sampleFigure().citations,
      metric: { unit: "ratio", kind: "index" },
    });
  });
});

function flow(): Figure["metric"] {
  return { ...sampleFigure().metric, accumulation: "flow" };
}
