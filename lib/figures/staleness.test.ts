import { expect, test } from "vitest";
import { isStale } from "@/lib/figures/staleness";
import { sampleFigure } from "@/tests/setup/sample-figure";

const ageing = { ...sampleFigure().metric, shelfLifeMonths: 24 };

test.each([
  [{ metric: ageing }, 20221230, false],
  [{ metric: ageing }, 20230201, true],
  [{ metric: ageing, outlook: "target" }, 20300101, null],
  [{ metric: ageing, periodStart: null, periodEnd: null }, 20300101, null],
  [{}, 20300101, null],
] as const)("a figure for 2020 (%o) on %d", (part, today, expected) => {
  expect(isStale(sampleFigure(part), today)).toBe(expected);
});
