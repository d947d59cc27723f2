import { expect, test } from "vitest";
import { rankLatest } from "@/lib/charts/compare/rank-latest";
import type { Figure } from "@/lib/figures/figure";
import { sampleFigure } from "@/tests/setup/data/sample-figure";

const REGIONS = ["XA", "XB", "XC"].map((code) => ({ code, name: code }));
const of = (code: string, part: Partial<Figure>) => sampleFigure({ id: code, region: { code, name: code }, ...part });

test("no order is claimed with what is counted otherwise, or is preliminary", () => {
  const figures = [
    of("XA", { value: 300 }),
    of("XB", { value: 200 }),
    of("XC", { value: 900, basis: "with suppliers" }),
  ];
  const told = (all: readonly Figure[]) => {
    const { groups, unranked } = rankLatest(REGIONS, ({ code }) => all.filter(({ region }) => region.code === code));
    return [
      groups.map(({ members }) => members.map(({ item }) => item.region.code)),
      unranked.map(({ region }) => region.code),
    ];
  };
  expect(told(figures)).toEqual([[["XA"], ["XB"]], ["XC"]]);
  // A region with claims of both kinds compares with neither.
  expect(told([...figures, of("XB", { value: 500, release: "preliminary" })])).toEqual([[], ["XA", "XB", "XC"]]);
});
