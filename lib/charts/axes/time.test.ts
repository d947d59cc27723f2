import { expect, test } from "vitest";
import { decimalYear, timePlace } from "@/lib/charts/axes/time";
import { sampleFigure } from "@/tests/setup/data/sample-figure";

test.each([
  [20190101, 2019],
  [20190702, 2019.4986],
  [20201231, 2020.9973],
])("%s is %s", (day, year) => {
  expect(decimalYear(day)).toBeCloseTo(year, 3);
});

const metric = { ...sampleFigure().metric, accumulation: "flow" } as const;

test("a year is placed in its middle, never on 1 January", () => {
  expect(timePlace(sampleFigure({ metric, periodStart: "2019", periodEnd: "2019" }))).toEqual({
    time: 2019.5,
    months: 12,
  });
});

test("a long period is placed at its end and joined to nothing shorter", () => {
  expect(timePlace(sampleFigure({ metric, periodStart: "2014", periodEnd: "2019" }))).toEqual({
    time: 2019.9973,
    months: 72,
  });
});

test("a stock stands at its as-of date", () => {
  const figure = sampleFigure({ periodStart: null, periodEnd: null, asOf: "2019-02" });
  expect(timePlace(figure)?.time).toBeCloseTo(2019.12, 2);
  expect(timePlace(figure)?.months).toBe(0);
});

test("no date, no place", () => {
  expect(timePlace(sampleFigure({ periodStart: null, periodEnd: null }))).toBeNull();
});
