import { expect, test } from "vitest";
import { countriesToMap } from "@/lib/figures/compare/countries-to-map";

test.each([
  [[], []],
  [["CN", "CN-GZ", "CN-BJ"], []],
  [["CN-GZ", "CN-BJ", "CN-GZ-guiyang", "CN-BJ-haidian"], []],
  [["CN-GZ", "CN-BJ", "CN-ZJ"], ["CN"]],
  [
    ["US-CA", "US-TX", "US-MA", "CN-GZ", "CN-BJ", "CN-ZJ", "CN-GD"],
    ["CN", "US"],
  ],
])("of %j the countries %j have provinces enough for a map", (codes, countries) => {
  expect(countriesToMap(codes)).toEqual(countries);
});
