import { describe, expect, test } from "vitest";
import { chartModels } from "@/lib/charts/chart-models";
import { legibleChart } from "@/lib/charts/legible-chart";
import { metricChart } from "@/lib/charts/metric-chart";
import type { ChartSpec, Figure, MetricKind } from "@/lib/figures/figure";
import { sampleFigure } from "@/tests/setup/data/sample-figure";

const metric = sampleFigure().metric;

/** A figure of a region (or organisation) and year; undated where the year is null. */
function said(place: string, year: number | null, value: number, part: Partial<Figure> = {}): Figure {
  const time = year === null ? null : `${year}`;
  return sampleFigure({
    id: `${place} ${year} ${value} ${part.outlook ?? ""}`,
    region: { code: place, name: place },
    periodStart: time,
    periodEnd: time,
    value,
    ...part,
  });
}

const places = (count: number) => Array.from({ length: count }, (_, index) => `P${index + 1}`);
const chart = (figures: readonly Figure[], kind: MetricKind = "count", total?: number) =>
  metricChart({ ...metric, kind }, figures, {
    title: null,
    locale: "en-GB",
    ...(total === undefined ? {} : { total }),
  });
const drawn = (spec: ChartSpec) => spec.figures.map(({ figure }) => figure.id.trim());

describe("a metric's chart", () => {
  test("20 regions over 3 years are six lines, of the regions with the highest newest values; the others are in the table", () => {
    const figures = places(20).flatMap((place, index) =>
      [2021, 2022, 2023].map((year) => said(place, year, (index + 1) * 10 + (year - 2021))),
    );
    const spec = chart(figures);
    expect(spec.kind).toBe("line");
    expect(new Set(spec.figures.map(({ figure }) => figure.region.code))).toEqual(
      new Set(["P15", "P16", "P17", "P18", "P19", "P20"]),
    );
    expect(spec.figures).toHaveLength(18);
    expect(spec.tableOnly).toHaveLength(42);
    expect(spec.subtitle).toBe("Things, 2021–2023; 6 of 20 regions; all in the table");
    expect(spec.title).toBe("P15, P16, P17 and 3 more");
    const [model] = chartModels(spec, "en-GB");
    expect(model?.plot?.kind === "line" && model.plot.series.length).toBe(6);
  });

  test("lines with more points in time come before larger ones", () => {
    const short = places(7).flatMap((place, index) => [2021, 2022, 2023].map((year) => said(place, year, 900 + index)));
    const long = [2020, 2021, 2022, 2023].map((year) => said("Long", year, 1));
    const codes = chart([...short, ...long]).figures.map(({ figure }) => figure.region.code);
    expect(new Set(codes)).toEqual(new Set(["Long", "P3", "P4", "P5", "P6", "P7"]));
  });

  test("60 regions over 2 years are sixteen bars, the newest of each, the largest first: never two years of one region", () => {
    const figures = places(60).flatMap((place, index) => [
      said(place, 2022, 1000 + index),
      said(place, 2023, 100 + index),
    ]);
    const spec = chart(figures);
    expect(spec).toMatchObject({ kind: "bar", rows: "region" });
    expect(drawn(spec).slice(0, 2)).toEqual(["P60 2023 159", "P59 2023 158"]);
    expect(spec.figures).toHaveLength(16);
    expect(new Set(spec.figures.map(({ figure }) => figure.lastDay))).toEqual(new Set([20231231]));
    expect(spec.tableOnly).toHaveLength(104);
    expect(spec.subtitle).toBe("Things, 2023; 16 of 60 regions, the newest of each; all in the table");
  });

  test("where older figures of all regions are left out it says so", () => {
    const spec = chart([said("A", 2022, 1), said("A", 2023, 2), said("B", 2023, 3)]);
    expect(drawn(spec)).toEqual(["B 2023 3", "A 2023 2"]);
    expect(spec.subtitle).toBe("Things, 2023; the newest of each of 2 regions; all in the table");
  });

  test("one region over two years is its figures by period, nothing left out", () => {
    const spec = chart([said("A", 2023, 2), said("A", 2022, 1)]);
    expect(spec).toMatchObject({ kind: "bar", rows: "period", subtitle: "Things, 2022–2023", tableOnly: [] });
    expect(drawn(spec)).toEqual(["A 2022 1", "A 2023 2"]);
  });

  test("one region with more figures than rows shows the newest of them, in order of time", () => {
    const claims = Array.from({ length: 20 }, (_, index) => said("A", index < 10 ? 2022 : 2023, index));
    const spec = chart(claims);
    expect(spec.figures.map(({ figure }) => figure.value)).toEqual([
      4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
    ]);
    expect(spec.subtitle).toBe("Things, 2022–2023; 16 of 20 figures; all in the table");
  });

  test("figures without a date make no row where a region has dated ones, and none of a line", () => {
    const bars = chart([said("A", null, 9), said("A", 2023, 2), said("B", 2023, 3), said("C", null, 4)]);
    expect(drawn(bars)).toEqual(["B 2023 3", "A 2023 2", "C null 4"]);
    const lines = chart([said("A", null, 9), ...[2021, 2022, 2023].map((year) => said("A", year, 1))]);
    const [model] = chartModels(lines, "en-GB");
    expect(model?.plot?.marks).toHaveLength(3);
    expect(model?.notes).toContain("1 figure without a date is in the table.");
  });

  test("a target is a row only of a region without an outcome, and never counts as a point of a line", () => {
    const target = { outlook: "target" } as const;
    const spec = chart([
      said("A", 2025, 9, target),
      said("A", 2023, 2),
      said("B", 2030, 5, target),
      said("B", 2025, 4, target),
    ]);
    expect(drawn(spec)).toEqual(["B 2030 5 target", "A 2023 2"]);
    const three = chart([said("A", 2021, 1), said("A", 2022, 2), said("A", 2023, 3, target)]);
    expect(three.kind).toBe("bar");
  });

  test("claims that differ about one region and time are all rows", () => {
    const spec = chart([said("A", 2023, 2), said("A", 2023, 4), said("B", 2023, 3), said("B", 2021, 1)]);
    expect(drawn(spec)).toEqual(["A 2023 4", "B 2023 3", "A 2023 2"]);
  });

  test("figures of other years stand after those of the year most regions share", () => {
    const spec = chart([said("A", 2023, 1), said("B", 2023, 2), said("C", 2024, 9), said("D", 2019, 8)]);
    expect(drawn(spec)).toEqual(["B 2023 2", "A 2023 1", "C 2024 9", "D 2019 8"]);
  });

  test("rates and negative values are dots; a hundredfold spread is dots on a log axis, but not of shares", () => {
    const two = (a: number, b: number) => [said("A", 2023, a), said("B", 2023, b)];
    expect(chart(two(3, 4), "rate")).toMatchObject({ kind: "dot", scale: "linear" });
    expect(chart(two(-3, 4), "money")).toMatchObject({ kind: "dot", scale: "linear" });
    expect(chart(two(3, 301))).toMatchObject({ kind: "dot", scale: "log" });
    expect(chart(two(3, 300))).toMatchObject({ kind: "bar", scale: "linear" });
    expect(chart(two(0.3, 60), "share")).toMatchObject({ kind: "bar", scale: "linear" });
  });

  test("where not every figure was read it says how many", () => {
    const figures = [said("A", 2022, 1), said("A", 2023, 2)];
    expect(chart(figures, "count", 1240).subtitle).toBe("Things, 2022–2023; the newest 2 of 1,240 figures");
    const more = [...figures, said("B", 2023, 3)];
    expect(chart(more, "count", 1240).subtitle).toBe(
      "Things, 2023; the newest of each of 2 regions; the newest 3 of 1,240 figures are in the table",
    );
  });

  test("where not every region was asked for it says how many", () => {
    const figures = [said("A", 2023, 2), said("B", 2023, 3)];
    const words = { title: null, regions: 61, locale: "en-GB" };
    expect(metricChart(metric, figures, words).subtitle).toBe("Things, 2023; figures of 2 of 61 regions");
    expect(metricChart(metric, figures, { ...words, regions: 2 }).subtitle).toBe("Things, 2023");
  });

  test("no figures are no chart, without a throw", () => {
    expect(chart([])).toMatchObject({ figures: [], tableOnly: [], subtitle: "Things" });
  });

  test("the order in which figures come does not matter", () => {
    const figures = [said("A", 2023, 1), said("B", 2022, 2), said("A", 2022, 9), said("C", null, 3)];
    expect(drawn(chart([...figures].reverse()))).toEqual(drawn(chart(figures)));
  });
});

describe("a chart of an editor's making", () => {
  const made = (part: Partial<ChartSpec>, figures: readonly Figure[], label: string | null = null): ChartSpec => ({
    ...chart([]),
    subtitle: "Things",
    rows: "region",
    figures: figures.map((figure) => ({ figure, label })),
    ...part,
  });
  const two = [said("A", 2022, 1), said("A", 2023, 2), said("B", 2023, 3)];

  test("never mixes years of a region as bars, and keeps its order", () => {
    const spec = legibleChart(made({ kind: "bar" }, two), "en-GB");
    expect(drawn(spec)).toEqual(["A 2023 2", "B 2023 3"]);
    expect(spec.tableOnly.map(({ id }) => id.trim())).toEqual(["A 2022 1"]);
    expect(spec.subtitle).toBe("Things; the newest of each of 2 regions; all in the table");
    expect(legibleChart(spec, "en-GB")).toEqual(spec);
  });

  test("draws every figure that its editor labelled", () => {
    expect(drawn(legibleChart(made({ kind: "bar" }, two, "A label"), "en-GB"))).toHaveLength(3);
  });

  test("has at most six lines and says what it was not given", () => {
    const figures = places(8).flatMap((place, index) => [2022, 2023].map((year) => said(place, year, index)));
    const spec = legibleChart(made({ kind: "line", newest: { kept: 200, of: 1240 } }, figures), "en-GB");
    expect(spec.figures).toHaveLength(12);
    expect(spec.subtitle).toBe("Things; 6 of 8 regions; all in the table; from the newest 200 of 1,240 figures");
  });

  test("draws a figure once that is named and found", () => {
    const spec = made({ kind: "bar" }, two);
    const again = { ...spec, figures: [{ figure: said("B", 2023, 3), label: "Named" }, ...spec.figures] };
    expect(legibleChart(again, "en-GB").figures.map(({ label }) => label)).toEqual(["Named", null, null]);
  });
});
