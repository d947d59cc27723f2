// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { chartModels } from "@/lib/charts/chart-models";
import { metricChart } from "@/lib/charts/metric-chart";
import { listCharts } from "@/lib/data/public/charts";
import { findMetric, listMetrics } from "@/lib/data/public/metrics";
import { expectAgreement } from "@/tests/setup/data/drawings";

// Only React of development can be waited for (act).
vi.hoisted(() => vi.stubEnv("NODE_ENV", "test"));

const charts = await listCharts();

describe("both drawings of every seeded chart show the same marks and labels at the same places", () => {
  test("every kind of chart is among the seeded ones", () => {
    expect(new Set(charts.map(({ kind }) => kind))).toEqual(new Set(["bar", "dot", "line", "facts", "timeline"]));
  });

  const plots = charts.flatMap((chart) =>
    chartModels(chart, "en").flatMap(({ plot }, part) => (plot ? [{ name: `${chart.slug} ${part + 1}`, plot }] : [])),
  );
  test.each(plots)("$name", async ({ plot }) => {
    for (const width of [256, 331, 560, 1144]) await expectAgreement(plot, width);
  });

  test("and of every metric's own chart", async () => {
    const metrics = await listMetrics();
    let drawn = 0;
    for (const { slug } of metrics) {
      const view = await findMetric(slug, { regions: [], fromYear: null, toYear: null, page: 1 });
      if (!view) throw new Error(`There is no metric ${slug}`);
      for (const { plot } of chartModels(metricChart(view.metric, view.series, { title: null, locale: "en" }), "en")) {
        if (plot === null) continue;
        await expectAgreement(plot, 331);
        drawn += 1;
      }
    }
    expect(drawn).toBeGreaterThan(100);
  }, 120_000);
});
