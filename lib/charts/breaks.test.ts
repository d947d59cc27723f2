import { expect, test } from "vitest";
import { breaksOf, changesBetween } from "@/lib/charts/breaks";
import { linePlot } from "@/lib/charts/marks-of-lines";
import type { Figure } from "@/lib/figures/figure";
import { sampleCitation, sampleFigure } from "@/tests/setup/data/sample-figure";

const by = (slug: string): Partial<Figure> => {
  const citation = sampleCitation();
  return { citations: [{ ...citation, source: { ...citation.source, slug } }] };
};
const inYear = (year: number, part: Partial<Figure> = {}) =>
  sampleFigure({ id: `f${year}`, periodStart: `${year}`, periodEnd: `${year}`, value: year, ...part });

test.each<[Partial<Figure>, Partial<Figure>, readonly string[]]>([
  [{}, {}, []],
  [{}, by("other"), ["source"]],
  [{ basis: "with suppliers" }, {}, ["basis"]],
  [{ release: "preliminary" }, { release: "final" }, ["release"]],
  [{ release: "preliminary" }, { release: "final", ...by("other") }, ["source", "release"]],
])("from %o to %o changes: %o", (a, b, expected) => {
  expect(changesBetween([sampleFigure(a)], [sampleFigure(b)])).toEqual(expected);
  expect(changesBetween([sampleFigure(b)], [sampleFigure(a)])).toEqual(expected);
});

test("what a source marks as a break breaks the line before it, not after it", () => {
  const broken = sampleFigure({ flags: "break in series; provisional" });
  expect(changesBetween([sampleFigure()], [broken])).toEqual(["series"]);
  expect(changesBetween([broken], [sampleFigure({ flags: "provisional" })])).toEqual([]);
});

test("one claim of several that goes on is no break", () => {
  expect(changesBetween([sampleFigure(by("other")), sampleFigure()], [sampleFigure()])).toEqual([]);
  expect(changesBetween([], [sampleFigure()])).toEqual([]);
});

test("a line says where it is broken, between which claims and why", () => {
  const figures = [inYear(2018), inYear(2019), inYear(2020, { basis: "with suppliers" }), inYear(2021, by("other"))];
  const plot = linePlot(
    "region",
    figures.map((figure, index) => ({ figure, index, label: null })),
    "en",
  );
  const told = breaksOf(plot, figures).map(({ series, before, after, changes }) => [
    ...[series, before.id, after.id, changes],
  ]);
  expect(told).toEqual([
    ["Exampleland", "f2019", "f2020", ["basis"]],
    ["Exampleland", "f2020", "f2021", ["source", "basis"]],
  ]);
});
