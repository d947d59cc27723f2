import fc from "fast-check";
import { expect, test } from "vitest";
import { freshFrom, isStale, newestOfSeries } from "@/lib/figures/staleness";
import { sampleFigure } from "@/tests/setup/data/sample-figure";

const ageing = { ...sampleFigure().metric, shelfLifeMonths: 24 };

test.each([
  [{ metric: ageing }, 20221230, false],
  [{ metric: ageing }, 20230201, true],
  // The very days: two years after 31 December 2020 it is not past them yet.
  [{ metric: ageing }, 20221231, false],
  [{ metric: ageing }, 20230101, true],
  [{ metric: ageing, outlook: "target" }, 20300101, null],
  [{ metric: ageing, periodStart: null, periodEnd: null }, 20300101, null],
  [{}, 20300101, null],
] as const)("a figure for 2020 (%o) on %d", (part, today, expected) => {
  expect(isStale(sampleFigure(part), today)).toBe(expected);
});

test("the day from which figures are fresh agrees with the rule for one figure", () => {
  const day = fc.tuple(
    fc.integer({ min: 1990, max: 2040 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  );
  const number = ([year, month, date]: readonly number[]) => (year ?? 0) * 10000 + (month ?? 0) * 100 + (date ?? 0);
  fc.assert(
    fc.property(day, day, fc.integer({ min: 0, max: 120 }), (of, on, shelfLifeMonths) => {
      const figure = { ...sampleFigure({ metric: { ...ageing, shelfLifeMonths } }), lastDay: number(of) };
      expect(isStale(figure, number(on))).toBe(number(of) < freshFrom(shelfLifeMonths, number(on)));
    }),
  );
});

test("of each series the figure with the last day is the newest, and targets are a series of their own", () => {
  const [old, young, elsewhere, target] = [
    sampleFigure({ id: "old", periodStart: "2018", periodEnd: "2018" }),
    sampleFigure({ id: "young" }),
    sampleFigure({ id: "elsewhere", region: { code: "YY", name: "Yland" }, periodStart: "2011", periodEnd: "2011" }),
    sampleFigure({ id: "target", outlook: "target", periodStart: "2030", periodEnd: "2030" }),
  ];
  expect([...newestOfSeries([old, young, elsewhere, target])]).toEqual([young, elsewhere, target]);
});
