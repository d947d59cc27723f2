// @ts-expect-error: the package comes without types
import JSONstat from "jsonstat-toolkit";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { FigureToExport } from "@/lib/exports/figure-row";
import { jsonStat } from "@/lib/exports/statistics/json-stat";
import { sdmxCsv } from "@/lib/exports/statistics/sdmx-csv";
import { sdmxTime } from "@/lib/exports/statistics/sdmx-time";
import type { Figure } from "@/lib/figures/figure";
import { sampleCitation, sampleFigure } from "@/tests/setup/data/sample-figure";

const metric = { slug: "companies-attracted", name: "Companies attracted", unit: "companies" };
const inTime = (periodStart: string | null, periodEnd: string | null, asOf: string | null = null) => ({
  ...{ periodStart, periodEnd, asOf },
});

describe("time as SDMX writes it", () => {
  test.each([
    ["2019", "2019", null, "2019"],
    ["2019-02", "2019-02", null, "2019-02"],
    [null, null, "2019-02-28", "2019-02-28"],
    [null, null, null, ""],
    ["2014", "2014", "2019", "2014"],
    ["2014", "2019-02", null, "2014-01-01/P62M"],
    ["2016", "2020", null, "2016-01-01/P60M"],
    ["2019-12", "2020-01", null, "2019-12-01/P2M"],
    ["2019-12-31", "2020-01-02", null, "2019-12-31/P3D"],
    ["2020-02-28", "2020-03", null, "2020-02-28/P33D"],
    ["2019", null, null, "2019"],
  ])("%s to %s, as of %s: %s", (start, end, asOf, expected) => {
    expect(sdmxTime(inTime(start, end, asOf))).toBe(expected);
  });
});

const figure = (part: Partial<Figure>): FigureToExport => ({
  ...sampleFigure({ metric: { ...sampleFigure({}).metric, ...metric }, citations: [sampleCitation()], ...part }),
});

test("SDMX-CSV keeps digits as written, and has wording, bounds and source of each as attributes", async () => {
  const figures = [
    figure({
      id: "a",
      wording: "more_than",
      value: 9500,
      digits: "9500.10",
      flags: "break in series; estimated",
      ...inTime("2014", "2019-02"),
    }),
    figure({
      ...{
        id: "b",
        wording: "between",
        value: 2,
        digits: "2.0",
        valueHigh: 3,
        digitsHigh: "3.00",
        release: "preliminary",
      },
      ...inTime("2019", "2019"),
    }),
    figure({ id: "c", wording: "about", value: 7, digits: "7", outlook: "target", ...inTime(null, null, "2030") }),
  ];
  async function* sets() {
    yield figures.slice(0, 1);
    yield figures.slice(1);
  }
  let text = "";
  for await (const part of sdmxCsv(metric.slug, sets(), "https://example.org")) text += part;
  const { data, meta } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
  expect(meta.fields?.slice(0, 9)).toEqual([
    ...[
      "STRUCTURE",
      "STRUCTURE_ID",
      "ACTION",
      "FIGURE",
      "REF_AREA",
      "TIME_PERIOD",
      "OBS_VALUE",
      "UNIT_MEASURE",
      "OBS_STATUS",
    ],
  ]);
  const source = sampleCitation().source.slug;
  const same = {
    ...{ STRUCTURE: "datastructure", STRUCTURE_ID: "FOOTNOTE:COMPANIES_ATTRACTED(1.0.0)", ACTION: "I" },
    ...{ UNIT_MEASURE: "companies", SOURCE: source, METRIC: metric.slug },
  };
  expect(data).toMatchObject([
    {
      ...same,
      ...{
        FIGURE: "a",
        TIME_PERIOD: "2014-01-01/P62M",
        OBS_VALUE: "9500.10",
        WORDING: "more_than",
        OBS_STATUS: "B",
        FLAGS: "break in series; estimated",
      },
      ...{ LOWER_BOUND: "9500.10", LOWER_BOUND_INCLUDED: "false", UPPER_BOUND: "" },
    },
    {
      ...same,
      ...{
        FIGURE: "b",
        TIME_PERIOD: "2019",
        OBS_VALUE: "2.0",
        VALUE_HIGH: "3.00",
        WORDING: "between",
        OBS_STATUS: "P",
      },
      ...{ LOWER_BOUND: "2.0", UPPER_BOUND: "3.00", UPPER_BOUND_INCLUDED: "true" },
    },
    { ...same, FIGURE: "c", TIME_PERIOD: "2030", OBS_VALUE: "7", WORDING: "about", OBS_STATUS: "F", LOWER_BOUND: "" },
  ]);
});

describe("JSON-stat, read by its own toolkit", () => {
  const [guizhou, china] = [
    { code: "CN-GZ", name: "Guizhou" },
    { code: "CN", name: "China" },
  ];
  const figures = [
    figure({ id: "a", region: guizhou, wording: "more_than", value: 9500, digits: "9500", ...inTime("2019", "2019") }),
    figure({ id: "b", region: guizhou, wording: "exactly", value: 9551, digits: "9551", ...inTime("2019", "2019") }),
    figure({ id: "c", region: china, wording: "about", value: 7, digits: "7.0", ...inTime("2014", "2019-02") }),
    figure({ id: "d", region: guizhou, wording: "exactly", value: 3, digits: "3", ...inTime(null, null, null) }),
    figure({ id: "e", region: guizhou, value: 12000, digits: "12000", outlook: "target", ...inTime("2019", "2019") }),
    figure({
      id: "f",
      region: guizhou,
      value: 5,
      digits: "5",
      organisation: { slug: "x", name: "X" },
      ...inTime("2019", "2019"),
    }),
  ];
  const written = jsonStat(figures, { address: (id) => `https://example.org/figures/${id}`, metric });
  const dataset = JSONstat(JSON.parse(JSON.stringify(written)));
  const cell = (region: string, time: string, claim: string, other = {}) =>
    dataset.Data({ region, subject: "region", outlook: "outcome", time, claim, ...other });

  test("every figure is in its cell with its wording, and every other cell is empty", () => {
    expect([dataset.class, dataset.label, dataset.id]).toEqual([
      "dataset",
      metric.name,
      ["region", "subject", "outlook", "time", "claim"],
    ]);
    expect(dataset.Dimension("region").Category("CN-GZ").label).toBe("Guizhou");
    expect(dataset.Dimension("time").id).toEqual(["2014/2019-02", "2019", "not stated"]);
    expect(dataset.role).toMatchObject({ geo: ["region"], time: ["time"] });
    expect(cell("CN-GZ", "2019", "1")).toMatchObject({ value: 9500, status: "more_than" });
    expect(cell("CN-GZ", "2019", "2")).toMatchObject({ value: 9551, status: "exactly" });
    expect(cell("CN-GZ", "2019", "1", { outlook: "target" })).toMatchObject({ value: 12000 });
    expect(cell("CN-GZ", "2019", "1", { subject: "X" })).toMatchObject({ value: 5 });
    expect(cell("CN", "2014/2019-02", "1")).toMatchObject({ value: 7, status: "about" });
    expect(cell("CN-GZ", "not stated", "1")).toMatchObject({ value: 3, status: "exactly" });
    const values = dataset.Data().map(({ value }: { value: number | null }) => value);
    expect([values.length, values.filter((value: number | null) => value !== null).length]).toEqual([
      2 * 2 * 2 * 3 * 2,
      6,
    ]);
  });

  test("digits, bounds, source and address stand under the number of the cell", () => {
    const details = dataset.extension.figures;
    expect(Object.keys(details)).toEqual(Object.keys((written as { value: object }).value));
    expect(Object.values(details)).toContainEqual(
      expect.objectContaining({
        ...{ id: "c", address: "https://example.org/figures/c", digits: "7.0", lowerBound: null, upperBound: null },
        source: expect.objectContaining({ slug: sampleCitation().source.slug }),
      }),
    );
    expect(Object.values(details)).toContainEqual(
      expect.objectContaining({ id: "a", lowerBound: { digits: "9500", included: false }, upperBound: null }),
    );
  });

  test("a metric without figures is an empty dataset", () => {
    expect(jsonStat([], { address: String, metric })).toMatchObject({ size: [0, 0, 0, 0, 1], value: {} });
  });
});
