import { expect, test } from "vitest";
import { linksOf, pageAt } from "@/lib/api/page-links";
import { sampleFigure } from "@/tests/setup/data/sample-figure";

test.each([
  ["/", { resource: null, key: "", region: null }],
  ["/?region=CN-BJ&topic=jobs", { resource: null, key: "", region: "CN-BJ" }],
  ["/figures/ab12", { resource: "figures", key: "ab12", region: null }],
  ["/metrics/tech%20jobs?region=CN-BJ#top", { resource: "metrics", key: "tech jobs", region: "CN-BJ" }],
  ["/metrics/tech-jobs?region=CN-BJ&region=CN-GZ", { resource: "metrics", key: "tech-jobs", region: null }],
  ["/regions/CN-GZ", { resource: "regions", key: "CN-GZ", region: null }],
  ["/sources/a-source/", { resource: "sources", key: "a-source", region: null }],
  ["/metrics", { resource: null, key: "", region: null }],
  ["/figures/%E0%A4%A", { resource: null, key: "", region: null }],
  ["https://elsewhere.example/figures/x", { resource: null, key: "", region: null }],
  ["", { resource: null, key: "", region: null }],
])("%s", (address, page) => {
  expect(pageAt(address)).toEqual(page);
});

test("a page leads to its record, to adding with what it is about, and to a chart", () => {
  expect(linksOf(pageAt("/metrics/tech-jobs?region=CN-BJ"), null, true)).toEqual([
    { name: "Edit this metric", href: "/admin/metrics/tech-jobs" },
    { name: "Add a figure here", href: "/admin/figures/new?metric=tech-jobs&region=CN-BJ" },
    { name: "Make a chart", href: "/admin/charts/new?metric=tech-jobs&region=CN-BJ" },
    { name: "Editors’ pages", href: "/admin" },
  ]);
  expect(linksOf(pageAt("/sources/a"), null, true).map(({ href }) => href)).toEqual([
    "/admin/sources/a",
    "/admin/figures/new?source=a",
    "/admin/charts/new",
    "/admin",
  ]);
  expect(linksOf(pageAt("/method"), null, true).map(({ name }) => name)).toEqual([
    "Add a figure here",
    "Make a chart",
    "Editors’ pages",
  ]);
});

test("a figure's page fills in its metric, region and source", () => {
  const figure = sampleFigure({});
  const [, add] = linksOf(pageAt("/figures/x"), figure, true);
  const query = new URLSearchParams(add?.href.split("?")[1]);
  expect(Object.fromEntries(query)).toEqual({
    metric: figure.metric.slug,
    region: figure.region.code,
    source: figure.citations[0]?.source.slug,
  });
});

test("who may not edit is led to the editors' pages only", () => {
  expect(linksOf(pageAt("/figures/x"), null, false)).toEqual([{ name: "Editors’ pages", href: "/admin" }]);
});
