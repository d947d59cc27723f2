import { expect, test } from "vitest";
import { metricHints, metricsUsedWith } from "@/lib/reading/metrics/metric-hints";

const USED = metricHints([
  { metric: "experts", phrase: "a network of some 2,000 medical experts" },
  { metric: "experts", phrase: "over 2,100 medical experts" },
  { metric: "judges", phrase: "12 experts judged it" },
  { metric: "companies", phrase: "more than 9,500 companies" },
  { metric: "share", phrase: "20 percent of GDP" },
]);

test.each([
  ["medical experts", ["experts"]],
  ["renowned experts", ["experts", "judges"]],
  ["companies", ["companies"]],
  ["constructor", []],
  ["zebras", []],
])("%s was counted under %j", (noun, metrics) => {
  expect(metricsUsedWith(noun, USED)).toEqual(metrics);
});
