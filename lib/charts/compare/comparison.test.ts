import { describe, expect, test } from "vitest";
import { chartModels } from "@/lib/charts/chart-models";
import { comparison } from "@/lib/charts/compare/comparison";
import { unitsOf } from "@/lib/charts/compare/small-multiples";
import { daysCovered } from "@/lib/dates/edtf";
import type { CompareView } from "@/lib/figures/compare/compare-view";
import type { Figure, MetricRef } from "@/lib/figures/figure";
import { sampleFigure } from "@/tests/setup/data/sample-figure";

const metric = (slug: string, part: Partial<MetricRef> = {}): MetricRef => ({
  ...sampleFigure().metric,
  slug,
  name: slug,
  ...part,
});
const REGIONS = ["XA", "XB", "XC"].map((code) => ({ code, name: `Place ${code}` }));

/** Values of each region by year: what a cell of a comparison is given. */
type Values = Readonly<Record<string, Readonly<Record<string, number | Partial<Figure>>>>>;

function view(metrics: readonly (readonly [MetricRef, Values])[]): CompareView {
  const none = { beyond: [], unknown: [] };
  return {
    metrics: metrics.map(([own]) => own),
    regions: REGIONS,
    cells: metrics.flatMap(([own, values]) =>
      REGIONS.map((region) => {
        const figures = Object.entries(values[region.code] ?? {}).map(([year, said]) =>
          sampleFigure({
            id: `${own.slug} ${region.code} ${year}`,
            metric: own,
            region,
            ...{ periodStart: year, periodEnd: year },
            ...daysCovered(year, year, null),
            ...(typeof said === "number" ? { value: said } : said),
          }),
        );
        return { metric: own.slug, region: region.code, outcomes: figures.length, targets: 0, figures };
      }),
    ),
    year: null,
    asOf: null,
    isFilledIn: { metrics: false, regions: false },
    notShown: { metrics: none, regions: none },
    offered: { metrics: { items: [], total: 0 }, regions: { items: [], total: 0 } },
    years: null,
  };
}

const plots = (given: CompareView, base: number | null = null) =>
  comparison(given, base, "en-GB").groups.map(({ unit, charts }) => ({
    unit,
    charts: charts.map(({ spec }) => chartModels(spec, "en-GB").map(({ plot }) => plot)[0] ?? null),
  }));

const LONG = { XA: { 2018: 10, 2019: 20, 2020: 30 }, XB: { 2019: 5 } };

describe("small multiples", () => {
  test("metrics of one unit share both axes, others have their own", () => {
    const money = { unit: "CNY", kind: "money" } as const;
    const given = view([
      [metric("a", money), LONG],
      [metric("b"), { XA: { 2020: 7 } }],
      [metric("c", money), { XA: { 2016: 1000, 2017: 900, 2018: 1100 } }],
    ]);
    const [yuan, things] = plots(given);
    expect([yuan?.unit, things?.unit]).toEqual(["Yuan", "Things"]);
    expect(yuan?.charts.map((plot) => plot?.axis.domain)).toEqual([
      [0, 1500],
      [0, 1500],
    ]);
    expect(yuan?.charts.map((plot) => (plot?.kind === "line" ? plot.years.domain : null))).toEqual([
      [2016, 2021],
      [2016, 2021],
    ]);
    expect(things?.charts.map((plot) => plot?.kind)).toEqual(["bar"]);
  });

  test("where one is drawn in time, all of its unit are; two points are joined by no line", () => {
    const given = view([
      [metric("a"), LONG],
      [metric("b"), { XA: { 2019: 7, 2020: 8 } }],
    ]);
    const [group] = plots(given);
    expect(group?.charts.map((plot) => (plot?.kind === "line" ? plot.joins.length : null))).toEqual([2, 0]);
  });

  test("bars of one unit end on one axis, and become dots on a log axis together", () => {
    const bars = (high: number) =>
      plots(
        view([
          [metric("a"), { XA: { 2020: 5 }, XB: { 2020: 10 } }],
          [metric("b"), { XA: { 2020: high } }],
        ]),
      )[0]?.charts.map((plot) => [plot?.kind, plot?.axis.kind, plot?.axis.domain]);
    expect(bars(40)).toEqual([
      ["bar", "linear", [0, 40]],
      ["bar", "linear", [0, 40]],
    ]);
    expect(bars(9000)).toEqual([
      ["dot", "log", [1, 10000]],
      ["dot", "log", [1, 10000]],
    ]);
  });

  test("counts of different nouns share no scale, though their unit is the same", () => {
    expect(unitsOf([metric("a", { counted: "start-ups" }), metric("b", { counted: "unicorns" }), metric("c")])).toEqual(
      ["start-ups", "unicorns", "things"],
    );
    expect(unitsOf([metric("a"), metric("b")])).toEqual(["things"]);
  });

  test("a region has one colour in all charts", () => {
    const given = view([
      [metric("a"), { XA: LONG.XA, XB: LONG.XA, XC: LONG.XA }],
      [metric("b"), { XC: LONG.XA }],
    ]);
    const slots = plots(given)[0]?.charts.map((plot) =>
      plot?.kind === "line" ? plot.series.map(({ slot }) => slot) : [],
    );
    expect(slots?.[0]).toHaveLength(3);
    expect(slots?.[1]).toEqual([slots?.[0]?.[2]]);
  });
});

describe("as an index", () => {
  const given = view([
    [metric("a", { unit: "CNY", kind: "money" }), LONG],
    [
      metric("b"),
      {
        XA: { 2018: 4, 2019: 5, 2020: { value: 6, wording: "more_than" } },
        XB: { 2018: { value: 3, wording: "about" } },
      },
    ],
    [metric("growth", { unit: "percent", kind: "rate" }), { XA: { 2018: 4 } }],
  ]);
  const compared = comparison(given, 2018, "en-GB");
  const charts = compared.groups.flatMap((group) => group.charts);

  test("different units share one scale, the base year being 100, and it is said that it was calculated", () => {
    expect(compared.groups.map(({ unit }) => unit)).toEqual(["Index, 2018 = 100", "%"]);
    expect(plots(given, 2018)[0]?.charts.map((plot) => plot?.axis.domain)).toEqual([
      [0, 300],
      [0, 300],
    ]);
    expect(charts[0]?.spec.subtitle).toContain("calculated here");
    expect(charts[0]?.calculated?.texts.get("b XA 2020")).toBe(">\u00a0150.0");
  });

  test("who has no base is left out with a sentence, and stands in the table", () => {
    expect(charts[0]?.notes).toEqual(["Place XB is left out: it has no figure of 2018 to divide by."]);
    expect(charts[0]?.spec.figures.map(({ figure }) => figure.region.code)).not.toContain("XB");
    expect(charts[0]?.spec.tableOnly.map(({ id }) => id)).toEqual(["a XB 2019"]);
    expect(charts[2]?.notes).toEqual([
      "A rate has no index: how it changes is not a ratio. Its figures are in the table.",
    ]);
    expect(charts[2]?.spec.figures).toEqual([]);
  });
});

describe("the latest figures", () => {
  const ranking = (values: Values) =>
    comparison(view([[metric("a"), values]]), null, "en-GB").groups[0]?.charts[0]?.ranking;
  const codes = (claims: readonly { readonly region: { readonly code: string } }[] | undefined) =>
    claims?.map(({ region }) => region.code);

  test("are ranked where they are of one time", () => {
    const found = ranking({ XA: { 2019: 99, 2020: 5 }, XB: { 2020: 7 }, XC: { 2018: 50 } });
    expect(found?.groups.map(({ members }) => codes(members.map(({ item }) => item)))).toEqual([["XB"], ["XA"]]);
    expect(codes(found?.unranked)).toEqual(["XC"]);
  });

  test("are not ranked where no two are of one time; a target is no outcome", () => {
    const found = ranking({ XA: { 2020: 5 }, XB: { 2019: 7 }, XC: { 2030: { value: 9, outlook: "target" } } });
    expect(found?.groups).toEqual([]);
    expect(codes(found?.unranked)).toEqual(["XA", "XB"]);
    expect(found?.without.map(({ code }) => code)).toEqual(["XC"]);
  });

  test("claim no order where a bound leaves it open", () => {
    const found = ranking({ XA: { 2020: 5 }, XB: { 2020: { value: 4, wording: "more_than" } }, XC: { 2020: 2 } });
    expect(found?.groups.map(({ first, last }) => [first, last])).toEqual([
      [1, 2],
      [3, 3],
    ]);
  });
});
