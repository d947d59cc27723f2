// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { chartModels } from "@/lib/charts/chart-models";
import { listCharts } from "@/lib/data/charts";
import { expectAgreement } from "@/tests/setup/drawings";

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
});
