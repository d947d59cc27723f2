import { expect, test } from "vitest";
import { suggestMetrics } from "@/lib/reading/metrics/suggest-metrics";
import { readPhrase } from "@/lib/reading/read-phrase";

const metric = (name: string, unit: string, definition = "", counted: string | null = null) => ({
  slug: name,
  name,
  unit,
  definition,
  counted,
  kind: unit === "percent" ? ("share" as const) : ("count" as const),
});
/** What a phrase counts, or nothing. */
const counted = (phrase: string) => readPhrase(phrase) ?? { unit: null, per: null, whole: null, change: null };
const METRICS = [
  metric("Companies attracted", "companies", "Companies that brought investment or projects."),
  metric("Hospitals in the network", "hospitals"),
  metric("Tech industry’s share of GDP", "percent", "Output of the tech industry as a share of the province’s GDP."),
  metric("Fund", "CNY"),
  metric("Medical experts", "people", "Doctors in the network.", "experts"),
];

test.each([
  ["from more than 9,500 companies", ["Companies attracted"]],
  ["over 200 hospitals", ["Hospitals in the network"]],
  ["some 2,000 medical experts", ["Medical experts"]],
  ["contributes more than 20 percent of the province's GDP", ["Tech industry’s share of GDP"]],
  ["72 hours", []],
  ["吸引超过9500家企业", ["Companies attracted"]],
  ["大数据占全省生产总值的两成以上", ["Tech industry’s share of GDP"]],
])("%s suggests %j", (phrase, expected) => {
  expect(suggestMetrics(phrase, counted(phrase), METRICS, { most: 1 }).map(({ name }) => name)).toEqual(expected);
});

test("a metric used before with the noun goes before one of the same unit, and says less than its own words do", () => {
  const metrics = [
    metric("Start-ups", "companies"),
    metric("Unicorns", "companies"),
    metric("Companies listed", "companies"),
  ];
  const suggest = (phrase: string) =>
    suggestMetrics(phrase, counted(phrase), metrics, { most: 3, before: ["Unicorns"] }).map(({ name }) => name);
  expect(suggest("some 40 companies")[0]).toBe("Unicorns");
  expect(suggest("has 40 companies listed abroad")[0]).toBe("Companies listed");
});

test("a change goes to a metric of growth", () => {
  const metrics = [metric("Digital economy in GDP", "percent"), metric("Growth of the digital economy", "percent")];
  const phrase = "the digital economy rose 20.6 percent";
  expect(suggestMetrics(phrase, counted(phrase), metrics, { most: 1 })).toEqual([metrics[1]]);
});

test("what a share is of goes before the words around it", () => {
  const metrics = [metric("Contribution of big data to growth", "percent"), metric("Tech industry in GDP", "percent")];
  const phrase = "Big data contributes 20 percent of the province's GDP";
  expect(suggestMetrics(phrase, counted(phrase), metrics, { most: 1 })).toEqual([metrics[1]]);
});
