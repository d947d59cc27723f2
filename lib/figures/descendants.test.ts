import { expect, test } from "vitest";
import { descendantsOf } from "@/lib/figures/descendants";

const regions = [
  { code: "AA", parentCode: null },
  { code: "AA-1", parentCode: "AA" },
  { code: "park", parentCode: "AA-1" },
  { code: "AA-9", parentCode: "BB" },
  { code: "BB", parentCode: null },
];

test("a place lies where its parents say, whatever its code begins with", () => {
  expect(descendantsOf(regions, "AA")).toEqual(["AA", "AA-1", "park"]);
  expect(descendantsOf(regions, "BB")).toEqual(["BB", "AA-9"]);
  expect(descendantsOf(regions, "park")).toEqual(["park"]);
  expect(descendantsOf(regions, "ZZ")).toEqual(["ZZ"]);
});

test("a circle of parents ends", () => {
  const circle = [
    { code: "A", parentCode: "B" },
    { code: "B", parentCode: "A" },
  ];
  expect(descendantsOf(circle, "A")).toEqual(["A", "B"]);
});
