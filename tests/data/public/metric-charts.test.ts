import { describe, expect, test } from "vitest";
import { chartModels } from "@/lib/charts/chart-models";
import { metricChart } from "@/lib/charts/metric-chart";
import { findMetric, listMetrics } from "@/lib/data/public/metrics";

/**
 * What the chart of each seeded metric with several figures is, counted by hand in prisma/data/figures.csv: kind (log: dots on a log axis),
 * marks (bars that say the same, and claims about the same of a line, are one), series drawn of all, and figures drawn of all where some are left out.
 */
const EXPECTED = `
  5g-base-stations                       line   13  5 of 5
  5g-base-stations-added                 bar     3  3 of 3  3 of 9
  5g-base-stations-per-10000             dot     2  2 of 2  2 of 3
  acquisition-price-cny                  bar     2  2 of 2
  big-data-companies                     line    7  4 of 4
  big-data-growth-contribution           bar     2  2 of 2  2 of 3
  big-data-industry-growth               dot     3  3 of 3
  big-data-investment-cny                line    6  4 of 4
  big-data-revenue-cny                   bar     4  3 of 3  5 of 6
  cities-directly-connected              bar     2  2 of 2
  cloud-share-software                   bar     2  1 of 1
  companies-digitally-upgraded           bar     3  1 of 1
  companies-on-cloud                     bar     2  2 of 2
  computing-power-eflops                 bar     3  3 of 3  3 of 4
  daily-patients                         line    3  1 of 1
  data-centres-key                       line    6  2 of 2
  data-centres-large                     line    4  2 of 2
  data-centres-super-large               bar     2  2 of 2  2 of 3
  data-exchange-members                  line    3  1 of 1
  data-exchange-turnover-annual-cny      bar     2  1 of 1
  data-exchange-turnover-total-cny       line    3  1 of 1
  digital-core-growth                    dot     2  2 of 2  2 of 3
  digital-core-share-gdp                 bar     3  2 of 2  3 of 5
  digital-core-value-added               line    7  3 of 3
  digital-economy-growth                 line    9  5 of 5
  digital-economy-share-gdp              line   19  6 of 7  23 of 24
  digital-economy-value                  line   11  5 of 5
  digital-growth-top-streak              line    6  1 of 1
  digital-industrialisation-share-gdp    bar     2  2 of 2
  electronics-output-cny                 log     2  2 of 2
  electronics-output-growth              dot     3  1 of 1
  electronics-share-industry             bar     2  1 of 1
  electronics-value-added-growth         line    3  1 of 1
  expo-countries                         bar     2  1 of 1
  expo-deals-cny                         bar     3  1 of 1
  expo-exhibitors                        bar     3  1 of 1
  expo-forums                            bar     2  1 of 1
  expo-projects                          bar     2  1 of 1
  expo-visitors                          bar     4  1 of 1
  funding-raised-cny                     bar     2  1 of 1
  gdp-cny                                line   12  4 of 4
  gdp-growth                             line    7  3 of 3
  high-tech-companies                    bar     2  2 of 2
  high-tech-share-exports                line    5  1 of 1
  industrial-digitalisation-share-gdp    bar     2  2 of 2
  intelligent-computing-share            bar     2  2 of 2  2 of 3
  internet-hospital-consultations        bar     2  1 of 1
  internet-hospital-doctors              bar     2  1 of 1
  internet-hospital-experts              line    4  1 of 1
  internet-hospital-institutions         line    3  1 of 1
  it-exports-growth                      line    7  2 of 2
  it-exports-inr                         line   16  2 of 2
  online-consultations-daily             bar     2  2 of 2
  online-consultations-total             bar     2  2 of 2
  outbound-bandwidth-gbps                line    5  2 of 2
  rd-share-gdp                           bar     2  1 of 1
  servers                                log     2  2 of 2
  software-revenue-cny                   bar     2  2 of 2  2 of 3
  software-revenue-growth                line   9  2 of 2
  startups                               bar     3  3 of 3  4 of 5
  startups-founded                       line    3  1 of 1
  tech-companies                         line   12  5 of 5
  tech-companies-growth                  dot     2  1 of 1
  tech-industry-share-gdp                line   13  5 of 5
  tech-jobs                              line   19  6 of 6
  tech-jobs-growth                       dot     6  5 of 5  6 of 8
  tech-jobs-net                          bar     2  2 of 2  2 of 4
  tech-revenue-cny                       bar     2  1 of 1
  tech-share-employment                  line   12  6 of 7  12 of 13
  telecom-revenue-growth                 dot     2  1 of 1
  unicorn-value-usd                      bar     2  2 of 2
  unicorns                               line    9  6 of 9  9 of 13
  vc-investment-usd                      bar     2  2 of 2  2 of 3
  vc-share-national                      bar     2  1 of 1
`;

/** Seeded metrics with one figure that are drawn as a dot, because they are rates; the others are a bar. */
const SINGLE_DOTS = `
  big-data-investment-growth
  cloud-revenue-growth
  digital-companies-growth
  informatisation-index
  informatisation-index-change
  intelligent-computing-chips-multiple
  new-economy-share-change
  power-usage-effectiveness
  tech-revenue-growth
`;

const lines = (table: string) =>
  table
    .trim()
    .split("\n")
    .map((line) => line.trim());

const expected = new Map(
  lines(EXPECTED).map((line) => {
    const [slug = "", kind, marks, drawn, , all, figures, , total] = line.split(/\s+/);
    return [
      slug,
      { kind, marks, series: `${drawn} of ${all}`, figures: figures === undefined ? "all" : `${figures} of ${total}` },
    ];
  }),
);
const singles = new Map(lines(SINGLE_DOTS).map((slug) => [slug, "dot"]));

const metrics = await listMetrics();

async function chartOf(slug: string) {
  const view = await findMetric(slug, { regions: [], fromYear: null, toYear: null, page: 1 });
  if (!view) throw new Error(`There is no metric ${slug}`);
  const spec = metricChart(view.metric, view.series, { title: null, locale: "en-GB" });
  const [model, ...others] = chartModels(spec, "en-GB");
  expect(others).toEqual([]);
  const subjects = (figures: typeof view.series) =>
    new Set(figures.map(({ organisation, region }) => organisation?.slug ?? region.code)).size;
  const drawn = spec.figures.map(({ figure }) => figure);
  return {
    spec,
    total: view.series.length,
    found: {
      kind: spec.scale === "log" ? "log" : spec.kind,
      marks: String(model?.plot?.marks.length),
      series: `${subjects(drawn)} of ${subjects(view.series)}`,
      figures: drawn.length === view.series.length ? "all" : `${drawn.length} of ${view.series.length}`,
    },
  };
}

describe("the chart of every seeded metric is the one that is fit for its figures", () => {
  test("every metric is looked at", () => {
    expect(
      metrics
        .filter(({ figureCount }) => figureCount > 1)
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual([...expected.keys()].sort());
    expect(metrics.filter(({ figureCount }) => figureCount === 1)).toHaveLength(62);
  });

  test.each(metrics.filter(({ figureCount }) => figureCount > 0).map(({ slug }) => slug))("%s", async (slug) => {
    const { spec, total, found } = await chartOf(slug);
    const one = { kind: singles.get(slug) ?? "bar", marks: "1", series: "1 of 1", figures: "all" };
    expect(found).toEqual(expected.get(slug) ?? one);
    expect(spec.figures.length + spec.tableOnly.length).toBe(total);
    expect(spec.subtitle.includes("in the table")).toBe(spec.tableOnly.length > 0);
    // Bars of several places are never of two years of one place.
    if (spec.kind !== "line" && spec.rows !== "period") {
      const spans = new Map<string, Set<number | null>>();
      for (const { figure } of spec.figures) {
        const key = figure.organisation?.slug ?? figure.region.code;
        spans.set(key, (spans.get(key) ?? new Set()).add(figure.lastDay));
      }
      expect([...spans.values()].filter(({ size }) => size > 1)).toEqual([]);
    }
  });
});
